import { answerBy } from "../../packages/access/src/request-deadlines.ts";
import { dayFrom, momentFrom } from "../../packages/testing/src/family-story.ts";
import { type Rows, stableId } from "../../packages/testing/src/rows.ts";

/** What the privacy officer has to answer: a mother who wants to see the file of her son, nearly due, and a father who wants it corrected. */
export function addRequests(rows: Rows, now: Date): void {
	const ask = (order: number, email: string, daysAgo: number, of: { kind: string; aboutGivenName?: string; words: string }) => {
		const [asker] = rows.of("person", (person) => person.email === email);
		const [involved] = rows.of("involvement", (one) => one.personId === asker?.id);
		if (!asker || !involved) throw new Error(`nobody has the address ${email}`);
		const family = rows.of("involvement", (one) => one.familyId === involved.familyId).map((one) => one.personId);
		const [about] = rows.of(
			"person",
			(person) => family.includes(person.id) && person.givenName === (of.aboutGivenName ?? asker.givenName),
		);
		rows.add("privacy_request", {
			id: stableId(`request/${order}`),
			familyId: involved.familyId,
			kind: of.kind,
			personId: asker.id,
			aboutPersonId: about?.id,
			words: of.words,
			language: asker.language ?? "nl",
			receivedAt: momentFrom(now, daysAgo, order),
			dueOn: answerBy(dayFrom(now, -daysAgo), false),
			recordedBy: asker.id,
		});
	};
	ask(1, "lotte.dewit@demo.invalid", 26, {
		kind: "inspection",
		aboutGivenName: "Milan",
		words: "Ik wil alles lezen wat er over Milan staat, ook van de voorschool.",
	});
	ask(2, "kwame.asante@demo.invalid", 6, {
		kind: "correction",
		words: "It says that I am often away. I work at night, that is different.",
	});
}
