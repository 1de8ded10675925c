import type { Audience } from "@samenplan/access/audiences";
import type { PlanContent } from "@samenplan/contract/plans";

const forAll = ({ audience }: { audience: Audience }) => audience === "core" || audience === "circle";

/**
 * What of a plan is put before people, who all read the same: texts that only some may read (work notes, private family time, texts
 * for named persons) stay out of it, and so do cards to sign in with. What is compared with a version is taken in the same way,
 * so that nobody's private words count as something new.
 */
export function sharedContent(content: PlanContent): PlanContent {
	const { plan, steps, views, goals, decisions, help } = content;
	const parts = { plan: [plan], step: steps, view: views.filter(forAll), goal: goals, decision: decisions, help };
	const here = new Set(Object.entries(parts).flatMap(([object, list]) => list.map(({ id }) => `${object} ${id}`)));
	return {
		...content,
		family: { ...content.family, persons: content.family.persons.map((person) => ({ ...person, invitation: null })) },
		views: content.views.filter(forAll),
		loadCapacity: content.loadCapacity.filter(forAll),
		networkTies: content.networkTies.filter(forAll),
		// Beside a text of the version that everyone reads; one beside an advice or a talk stays there.
		statements: content.statements?.filter(({ object, objectId }) => here.has(`${object} ${objectId}`)),
		help: content.help.map((each) => ({ ...each, progress: each.progress.filter(forAll) })),
	};
}
