import type { Services } from "../http/route.ts";

/**
 * Works out what stands out in the log of the last whole week and of this one. Run again it adds what is new; what the privacy
 * officer has seen stays as it was.
 *
 * @returns how many patterns are new or grew
 */
export async function findOddPatterns({ frame }: Pick<Services, "frame">): Promise<number> {
	return frame.asJob({ name: "audit", event: "odd-patterns.find", action: "execute", object: "odd_pattern" }, async (tx) => {
		const monday = mondayOf(tx.today);
		let found = 0;
		for (const week of [weekBefore(monday), monday]) {
			const [row] = await tx.sql<{ found: number }>({ text: "select app.find_odd_patterns($1::date) as found", values: [week] });
			found += row?.found ?? 0;
		}
		return found;
	});
}

/** The Monday of the week of a day. */
export function mondayOf(day: string): string {
	const date = new Date(`${day}T12:00:00Z`);
	return dayAt(date.getTime() - ((date.getUTCDay() + 6) % 7) * 86_400_000);
}

const weekBefore = (day: string) => dayAt(Date.parse(`${day}T12:00:00Z`) - 7 * 86_400_000);
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);
