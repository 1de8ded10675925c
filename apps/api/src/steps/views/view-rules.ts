import type { StepKind, View } from "@samenplan/contract/steps";
import type { View as Row } from "@samenplan/prisma/client";
import { HttpProblem } from "../../http/problems.ts";

const ofClarify: readonly View["subject"][] = ["question", "wish", "worry", "expectation", "earlier_help"];

/** The step in which a subject is spoken about. */
export function stepOfSubject(subject: View["subject"]): StepKind {
	return ofClarify.includes(subject) ? "clarify" : "strengths";
}

/**
 * A kind of safety stands only with words about safety: as their subject, or as their theme.
 * @throws HttpProblem `invalid-input` at `safetyKind`
 */
export function assertKindFits({ subject, theme, safetyKind }: Pick<View, "subject" | "theme" | "safetyKind">): void {
	if (safetyKind && subject !== "safety" && theme !== "safety")
		throw new HttpProblem("invalid-input", { errors: [{ path: "safetyKind", code: "invalid" }] });
}

/** A view as it leaves the API: the same allowlist as in the whole plan. */
export function presentView(row: Row): View {
	const {
		id,
		personId,
		subject,
		theme,
		safetyKind,
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
		safetyKind,
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
