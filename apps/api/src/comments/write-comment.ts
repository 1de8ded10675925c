import { changeOfReaders } from "@samenplan/access/readers";
import type { CommentAbout, writeComment as contract } from "@samenplan/contract/comments";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import { readersAround } from "../audience/around.ts";
import { chooseReaders, type Readers } from "../audience/choose-readers.ts";
import { tellReaders } from "../audience/texts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { found, HttpProblem, notFound } from "../http/problems.ts";

/** What must be there to say something about it: an object of this family that the writer may see. */
const targets: Record<Exclude<CommentAbout, "plan">, string> = {
	step: "step",
	goal: "goal",
	action: "action",
	view: "view",
	help: "help",
	decision: "decision",
	evaluation: "evaluation",
	review: "review",
};
const newestPlan = "(select id from plan where family_id = $2 order by (state = 'open') desc, opened_on desc, id desc limit 1)";

const insert = (about: CommentAbout) => `insert into comment
		(id, family_id, plan_id, kind, about, about_id, to_team, text, language, audience, readers, consent_id, written_by, created_at)
	select $1, $2, p.id, $3::comment_kind, '${about}', $4::uuid, $5, $6, $7::language, $8::audience, $11::uuid[], $12, $9, $10
	from plan p where p.id = ${newestPlan} and ${
		about === "plan"
			? "($4::uuid is null or $4::uuid = p.id)"
			: `exists (
		select 1 from "${targets[about]}" t where t.id = $4::uuid and t.family_id = $2 and t.plan_id = p.id)`
	}
	returning id`;

/**
 * Says something or asks a question. One statement checks the plan and what it is about and writes the words; anything that is
 * not in this family's plan, or hidden from the writer, is not found.
 */
export async function writeComment(tx: ActorTx, { body }: EndpointParsed<typeof contract>): Promise<{ id: string }> {
	const choice = await chooseReaders(tx, body, { subject: tx.actor.personId });
	if (body.about === "view" && body.aboutId) await assertNoWiderThanView(tx, body.aboutId, choice);
	const [row] = await tx.sql<{ id: string }>({
		name: `comment_write_${body.about}`,
		text: insert(body.about),
		values: [
			tx.newId,
			tx.familyId,
			body.kind,
			body.aboutId ?? null,
			body.toTeam,
			body.text,
			body.language ?? tx.actor.language,
			choice.audience,
			tx.actor.personId,
			tx.now,
			choice.readers,
			choice.consentId,
		],
	});
	if (!row) throw notFound();
	tellReaders(tx, choice.audience);
	return row;
}

/** What is said about words of somebody is read by no more people than those words. */
async function assertNoWiderThanView(tx: ActorTx, viewId: string, choice: Readers): Promise<void> {
	const view = found(
		await tx.db.view.findFirst({
			where: { id: viewId, familyId: tx.familyId },
			select: { audience: true, readers: true, writtenBy: true, personId: true },
		}),
	);
	if (view.audience === choice.audience && view.audience !== "named") return;
	const allowed = { audience: view.audience, readers: [...view.readers, view.writtenBy, view.personId] };
	const change = changeOfReaders(allowed, choice, await readersAround(tx), tx.actor.personId);
	if (change === "wider" || change === "release")
		throw new HttpProblem("invalid-input", { errors: [{ path: "audience", code: "invalid" }] });
}
