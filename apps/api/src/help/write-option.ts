import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type * as help from "@samenplan/contract/help";
import type { ActorTx } from "../http/as-actor.ts";
import { assertVersion, HttpProblem, moveNotPossible, notAllowed } from "../http/problems.ts";
import { inOpenPlan, openPlan } from "../plans/open-plan.ts";
import { beginStep } from "../steps/begin-step.ts";

export async function addHelpOption(tx: ActorTx, { body }: EndpointParsed<typeof help.addHelpOption>) {
	const plan = await openPlan(tx);
	await beginStep(tx, plan.id, "help");
	await tx.db.helpOption.create({
		data: { ...body, id: tx.newId, familyId: tx.familyId, planId: plan.id, writtenBy: tx.actor.personId, createdAt: tx.now },
	});
	return { id: tx.newId };
}

export async function editHelpOption(tx: ActorTx, { params, body }: EndpointParsed<typeof help.editHelpOption>): Promise<undefined> {
	const { version, ...text } = body;
	await changeOption(tx, params.optionId, version, text);
}

/** What is good and less good about an option. A family member writes what the family sees, never what a professional sees. */
export async function weighHelpOption(tx: ActorTx, { params, body }: EndpointParsed<typeof help.weighHelpOption>): Promise<undefined> {
	const { version, ...weighing } = body;
	const professional = weighing.professionalFor !== undefined || weighing.professionalAgainst !== undefined;
	if (professional && tx.grant("help.write") === undefined) throw notAllowed();
	await changeOption(tx, params.optionId, version, weighing);
}

async function changeOption(tx: ActorTx, id: string, version: number, data: Partial<EndpointParsed<typeof help.addHelpOption>["body"]>) {
	const option = await inOpenPlan(tx, await tx.db.helpOption.findFirst({ where: { id, familyId: tx.familyId } }));
	assertVersion(option, version);
	const { count } = await tx.db.helpOption.updateMany({
		where: { id, familyId: tx.familyId, version },
		data: { ...data, version: { increment: 1 } },
	});
	if (count === 0) throw new HttpProblem("conflict", { current: await tx.db.helpOption.findUnique({ where: { id } }) });
}

export async function removeHelpOption(tx: ActorTx, { params }: EndpointParsed<typeof help.removeHelpOption>): Promise<undefined> {
	const option = await inOpenPlan(tx, await tx.db.helpOption.findFirst({ where: { id: params.optionId, familyId: tx.familyId } }));
	// What was compared stays beside the decision, also what was not chosen.
	const decided = await tx.db.decision.count({
		where: { familyId: tx.familyId, OR: [{ optionId: option.id }, { compared: { has: option.id } }] },
	});
	if (decided > 0) throw moveNotPossible([], ["option-decided"]);
	await tx.db.helpOption.deleteMany({ where: { id: option.id, familyId: tx.familyId } });
}
