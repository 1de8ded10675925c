import type * as analysis from "@samenplan/contract/analysis";
import type { Inquiry } from "@samenplan/contract/analysis";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { Inquiry as Row } from "@samenplan/prisma/client";
import type { ActorTx } from "../http/as-actor.ts";
import { dayColumn, dayOfColumn } from "../http/days.ts";
import { assertVersion, found } from "../http/problems.ts";
import { assertInvolved } from "../people/involved.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { beginStep } from "../steps/begin-step.ts";

/** A line of the inquiry plan. It may be written at any time while the plan is open: finding out goes on beside the other steps. */
export async function planInquiry(tx: ActorTx, { body }: EndpointParsed<typeof analysis.planInquiry>): Promise<{ id: string }> {
	const plan = await openPlan(tx);
	await assertFinder(tx, body.personId);
	await tx.db.inquiry.create({
		data: {
			...body,
			dueOn: dayColumn(body.dueOn),
			id: tx.newId,
			familyId: tx.familyId,
			planId: plan.id,
			writtenBy: tx.actor.personId,
			language: tx.actor.language,
			createdAt: tx.now,
		},
	});
	await beginStep(tx, plan.id, "strengths");
	return { id: tx.newId };
}

/** Changes the line, or says what was found. Who started from an older text gets both (409). */
export async function editInquiry(tx: ActorTx, { params, body }: EndpointParsed<typeof analysis.editInquiry>): Promise<Inquiry> {
	const where = { id: params.inquiryId, familyId: tx.familyId };
	const before = await inOpenPlan(tx, await tx.db.inquiry.findFirst({ where }));
	assertVersion(presentInquiry(before), body.version);
	// Whoever left the family stays named with what they were to find out; only a new name is looked up.
	if (body.personId !== before.personId) await assertFinder(tx, body.personId);
	const { version, ...text } = body;
	const [edited] = await tx.db.inquiry.updateManyAndReturn({
		where: { ...where, version },
		data: { ...text, dueOn: dayColumn(text.dueOn), version: { increment: 1 } },
	});
	if (!edited) assertVersion(presentInquiry(found(await tx.db.inquiry.findFirst({ where }))), version);
	return presentInquiry(found(edited));
}

export async function removeInquiry(tx: ActorTx, { params }: EndpointParsed<typeof analysis.removeInquiry>): Promise<undefined> {
	const where = { id: params.inquiryId, familyId: tx.familyId };
	await inOpenPlan(tx, await tx.db.inquiry.findFirst({ where }));
	await tx.db.inquiry.deleteMany({ where });
}

/** Who finds out is anyone around the family: a parent, the coordinator, a teacher. */
async function assertFinder(tx: ActorTx, personId: string | null): Promise<void> {
	if (personId !== null) await assertInvolved(tx, [{ personId, path: "personId" }]);
}

function presentInquiry(row: Row): Inquiry {
	const { id, question, how, instrument, suits, suitsWords, personId, dueOn, found: foundOut, state, writtenBy, language, version } = row;
	return {
		...{ id, question, how, instrument, suits, suitsWords, personId, state, writtenBy, language, version },
		dueOn: dayOfColumn(dueOn),
		found: foundOut,
		createdAt: row.createdAt.toISOString(),
	};
}
