import { type PlanContent, planContent } from "@samenplan/contract/plans";
import { z } from "zod";

/** What a plan as a text leaves to the other pages, on the screen as on paper: how we came to it, not what we agreed. */
export const notInTheDocument: readonly string[] = [
	"plan.routeReason",
	"plan.groupPlanWords",
	"plan.closingReason",
	"plan.reopenedBecause",
	"steps.reopenedBecause",
];

type Json = {
	type?: string;
	format?: string;
	enum?: unknown[];
	const?: unknown;
	anyOf?: Json[];
	properties?: Record<string, Json>;
	items?: Json;
};

/**
 * A plan with one of everything, each of its texts told apart; `texts` says which stand in which field, as `goals.text`. Everything is
 * about one person and hangs together: the help on its decision, the statement beside the goal.
 */
export function sampleContent(): { content: PlanContent; texts: Map<string, string[]> } {
	let count = 0;
	const texts = new Map<string, string[]>();
	const one = (of: Json, path: string[]): unknown => {
		if (of.anyOf) return one(of.anyOf.find(({ type }) => type !== "null") ?? {}, path);
		if (of.const !== undefined) return of.const;
		if (of.enum) return of.enum[0];
		if (of.type === "object")
			return Object.fromEntries(Object.entries(of.properties ?? {}).map(([name, inner]) => [name, one(inner, [...path, name])]));
		if (of.type === "array") return Array.from({ length: path.at(-1) === "levels" ? 5 : 1 }, () => one(of.items ?? {}, path));
		if (of.type === "integer" || of.type === "number") return 1;
		if (of.type === "boolean") return false;
		if (of.format === "uuid") return path.at(-1) === "id" ? idOf(path) : personId;
		if (of.format === "date") return "2026-11-03";
		if (of.format === "date-time") return "2026-11-03T09:00:00Z";
		if (of.type !== "string") return null;
		count += 1;
		const text = `woorden ${count} van ${path.at(-1)}`;
		const place = path[0] === "family" && path[1] === "persons" ? `people.${path.at(-1)}` : `${path[0]}.${path.at(-1)}`;
		texts.set(place, [...(texts.get(place) ?? []), text]);
		return text;
	};
	const made = one(z.toJSONSchema(planContent, { io: "output" }) as Json, []) as PlanContent;
	const [decision, goal] = [made.decisions[0], made.goals[0]];
	const content: PlanContent = {
		...made,
		help: made.help.map((each) => ({ ...each, decisionId: decision?.id ?? "" })),
		actions: made.actions.map((each) => ({ ...each, goalId: goal?.id ?? "" })),
		statements: (made.statements ?? []).map((each) => ({ ...each, object: "goal", objectId: goal?.id ?? "" })),
		views: made.views.map((each) => ({ ...each, audience: "core" })),
		crisisActs: (made.crisisActs ?? []).map((each) => ({ ...each, doneBy: null })),
	};
	delete content.redactedOn;
	return { content, texts };
}

const personId = "019a0000-0000-7000-8000-000000000001";
const idOf = (path: readonly string[]) =>
	path.includes("persons")
		? personId
		: `019a0000-0000-7000-8000-${path
				.join("")
				.replace(/[^a-z]/gi, "")
				.length.toString()
				.padStart(3, "0")}${hex(path.join("/"))}`;
const hex = (text: string) =>
	[...text]
		.reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 0xfffffffff, 7)
		.toString(16)
		.padStart(9, "0");
