import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as milestones from "@samenplan/contract/milestones";
import { type AgeMilestone, ageMilestones, type Milestone, type MilestoneKind } from "@samenplan/contract/milestones";
import { birthdayOn } from "@samenplan/plan-rules/milestones";
import type { Milestone as Row } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn, dayOfColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, notAllowed } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";

type Said = { personId: string; kind: MilestoneKind; onDay: string; text: string; doneOn: string | null };

/** Writes down something in a child's life (R10): what comes, or that we talked about it. Also after the plan was closed. */
export async function writeMilestone(tx: ActorTx, { body }: EndpointParsed<typeof milestones.writeMilestone>): Promise<{ id: string }> {
	await check(tx, body);
	// An age is reached once; two windows at the same moment write it once.
	if (isAge(body.kind)) {
		await tx.sql({ text: "select pg_advisory_xact_lock(hashtextextended($1, 0))", values: [`milestone ${body.personId} ${body.kind}`] });
		const kept = await tx.db.milestone.findFirst({ where: { familyId: tx.familyId, personId: body.personId, kind: body.kind } });
		if (kept) throw new HttpProblem("conflict", { current: present(kept) });
	}
	await tx.db.milestone.create({
		data: {
			id: tx.newId,
			familyId: tx.familyId,
			...columns(body),
			language: tx.actor.language,
			writtenBy: tx.actor.personId,
			createdAt: tx.now,
		},
	});
	return { id: tx.newId };
}

/** @throws HttpProblem `conflict` with the milestone as somebody else left it */
export async function editMilestone(tx: ActorTx, { params, body }: EndpointParsed<typeof milestones.editMilestone>): Promise<Milestone> {
	const where = { id: params.milestoneId, familyId: tx.familyId };
	const kept = found(await tx.db.milestone.findFirst({ where }));
	await check(tx, body);
	assertVersion(present(kept), body.version);
	const [changed] = await tx.db.milestone.updateManyAndReturn({
		where: { ...where, version: body.version },
		data: {
			...columns(body),
			// The words are of whoever wrote them last; the former ones are kept with their writer.
			...(body.text !== kept.text && { writtenBy: tx.actor.personId, language: tx.actor.language }),
			version: { increment: 1 },
		},
	});
	if (!changed) throw new HttpProblem("conflict", { current: present(found(await tx.db.milestone.findFirst({ where }))) });
	return present(changed);
}

/** What does not come after all, taken away by whoever wrote it or by the coordinator; the former text is kept by the database. */
export async function removeMilestone(tx: ActorTx, { params }: EndpointParsed<typeof milestones.removeMilestone>): Promise<undefined> {
	const where = { id: params.milestoneId, familyId: tx.familyId };
	const { writtenBy } = found(await tx.db.milestone.findFirst({ where }));
	if (writtenBy !== tx.actor.personId && tx.grant("people.write") !== "yes") throw notAllowed();
	await tx.db.milestone.deleteMany({ where });
	return undefined;
}

async function check(tx: ActorTx, { personId, kind, onDay, doneOn }: Said): Promise<void> {
	await assertInvolved(tx, [{ personId, path: "personId", as: isAge(kind) ? ["child"] : ["child", "parent"] }]);
	if (doneOn !== null) assertDay(doneOn, "doneOn", { until: tx.today });
	if (!isAge(kind)) return;
	const { bornOn } = found(await tx.db.person.findFirst({ where: { id: personId }, select: { bornOn: true } }));
	const born = dayOfColumn(bornOn);
	// The day of an age follows from the date of birth.
	if (born === null || birthdayOn(born, ageMilestones[kind]) !== onDay)
		throw new HttpProblem("invalid-input", { errors: [{ path: "onDay", code: "invalid" }] });
}

const isAge = (kind: MilestoneKind): kind is AgeMilestone => kind in ageMilestones;

const columns = ({ personId, kind, onDay, text, doneOn }: Said) => ({
	personId,
	kind,
	text,
	onDay: dayColumn(onDay),
	doneOn: dayColumn(doneOn),
});

function present({ id, personId, kind, onDay, text, doneOn, writtenBy, language, version, createdAt }: Row): Milestone {
	return {
		...{ id, personId, kind, text, writtenBy, language, version },
		onDay: dayOfColumn(onDay),
		doneOn: dayOfColumn(doneOn),
		createdAt: createdAt.toISOString(),
	};
}
