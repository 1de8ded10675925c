import type { StepKind, View } from "@samenplan/contract/steps";
import type { View as Row } from "@samenplan/prisma/client";

const ofClarify: readonly View["subject"][] = ["question", "wish", "worry", "expectation"];

/** The step in which a subject is spoken about. */
export function stepOfSubject(subject: View["subject"]): StepKind {
	return ofClarify.includes(subject) ? "clarify" : "strengths";
}

/** A view as it leaves the API: the same allowlist as in the whole plan. */
export function presentView(row: Row): View {
	const {
		id,
		personId,
		subject,
		theme,
		aboutPersonId,
		text,
		language,
		audience,
		readers,
		writtenBy,
		recorded,
		version,
		createdAt,
		updatedAt,
	} = row;
	return {
		id,
		personId,
		subject,
		theme,
		aboutPersonId,
		text,
		language,
		audience,
		readers,
		writtenBy,
		recorded,
		version,
		createdAt: createdAt.toISOString(),
		updatedAt: updatedAt.toISOString(),
	};
}
