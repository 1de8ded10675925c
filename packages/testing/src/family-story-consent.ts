import type { FamilyStory, StoryPerson } from "./family-story.ts";

/** A question of consent with the answers so far, and what is shared on it. */
export function addConsent(
	story: FamilyStory,
	of: {
		kind: "share" | "involve" | "ask_information" | "help";
		about: StoryPerson;
		to: StoryPerson | string;
		what: string;
		why: string;
		by: StoryPerson;
		daysAgo: number;
		answers: { person: StoryPerson; answer: "given" | "refused" | "withdrawn"; text?: string; daysAgo: number }[];
		parts?: { object: "goal" | "help" | "ask" | "plan_version"; objectId: string }[];
	},
): string {
	const id = story.newId("consent");
	const { familyId } = story;
	story.rows.add("consent", {
		id,
		familyId,
		kind: of.kind,
		aboutPersonId: of.about.personId,
		what: of.what,
		toPersonId: typeof of.to === "string" ? null : of.to.personId,
		toWords: typeof of.to === "string" ? of.to : "",
		why: of.why,
		language: "nl",
		askedBy: of.by.personId,
		askedAt: story.at(of.daysAgo),
		version: 1,
	});
	for (const { person, answer, text = "", daysAgo } of of.answers)
		story.rows.add("consent_answer", {
			id: story.newId("consent-answer"),
			familyId,
			consentId: id,
			personId: person.personId,
			answer,
			text,
			writtenBy: person.personId,
			createdAt: story.at(daysAgo),
		});
	if (typeof of.to !== "string")
		for (const part of of.parts ?? [])
			story.rows.add("share", {
				id: story.newId("share"),
				familyId,
				...part,
				personId: of.to.personId,
				consentId: id,
				sharedBy: of.by.personId,
				createdAt: story.at(of.daysAgo),
			});
	return id;
}

/** Lets the involvement of another professional stand on a consent. */
export function standOn(story: FamilyStory, person: StoryPerson, consentId: string): void {
	for (const row of story.rows.of("involvement", (each) => each.familyId === story.familyId && each.personId === person.personId))
		Object.assign(row, { consentId });
}
