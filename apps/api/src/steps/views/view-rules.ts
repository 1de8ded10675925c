import type { StepKind, View } from "@samenplan/contract/steps";
import type { View as Row } from "@samenplan/prisma/client";
import type { ActorTx } from "../../http/as-actor.ts";
import { HttpProblem } from "../../http/problems.ts";

const ofClarify: readonly View["subject"][] = ["question", "wish", "worry", "expectation"];

/** The step in which a subject is spoken about. */
export function stepOfSubject(subject: View["subject"]): StepKind {
	return ofClarify.includes(subject) ? "clarify" : "strengths";
}

/** Private family time is written by the family, work notes by professionals: nobody writes what they may not read. */
export function assertAudience(tx: ActorTx, audience: View["audience"] | undefined): void {
	const closed = tx.actor.side === "family" ? "staff" : "family";
	if (audience === closed) throw new HttpProblem("invalid-input", { errors: [{ path: "audience", code: "invalid" }] });
}

/** A view as it leaves the API: the same allowlist as in the whole plan. */
export function presentView(row: Row): View {
	const { id, personId, subject, theme, aboutPersonId, text, language, audience, writtenBy, recorded, version, createdAt, updatedAt } = row;
	return {
		id,
		personId,
		subject,
		theme,
		aboutPersonId,
		text,
		language,
		audience,
		writtenBy,
		recorded,
		version,
		createdAt: createdAt.toISOString(),
		updatedAt: updatedAt.toISOString(),
	};
}
