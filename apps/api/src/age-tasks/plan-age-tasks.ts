import type { Services } from "../http/route.ts";

/**
 * Makes a task for everyone who turned 12, 16 or 18 while their plan was open. Running it again makes nothing twice.
 * @returns how many were made
 */
export async function planAgeTasks({ frame }: Pick<Services, "frame">): Promise<number> {
	return frame.asJob({ name: "ages", event: "age-task.look", action: "execute", object: "age_task" }, async (tx) => {
		const [row] = await tx.sql<{ made: number }>({ text: "select app.plan_age_tasks() as made" });
		return row?.made ?? 0;
	});
}
