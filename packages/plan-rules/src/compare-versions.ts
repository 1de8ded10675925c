import type { PlanContent } from "@samenplan/contract/plans";
import type { StepKind } from "@samenplan/contract/steps";
import { type ComparedPart, comparedFields, type FieldKind } from "./compared-fields.ts";

/** One field that reads differently. Values as text: a day as `YYYY-MM-DD`, a person by identifier (more of them with commas), a choice by its word in the contract; empty for none. */
export type FieldChange = {
	/** Name of the field; of a row of texts with the place, as `levels.2`. */
	field: string;
	kind: FieldKind;
	before: string;
	after: string;
};

/** What happened to a part: its words are new, different or gone, or it was begun, ended, reached, concluded or opened again. */
export type ChangeKind = "added" | "changed" | "removed" | "started" | "stopped" | "completed" | "achieved" | "concluded" | "reopened";

export type PlanChange = {
	part: ComparedPart;
	id: string;
	change: ChangeKind;
	/** The words by which a reader knows it; empty when these are the very words that changed, which then stand in `fields`. */
	title: string;
	/** Who said it or does it. */
	personId?: string;
	/** Which of the six steps it is. */
	step?: StepKind;
	fields: FieldChange[];
};

type Item = { id: string; [field: string]: unknown };

/**
 * What is different in a plan from one version to another (or to the plan as it is now): every text that changed is named once, in
 * the order in which the plan is read. A version compared with itself says nothing. Parts that did not exist yet in an older version
 * count as empty there.
 */
export function compareVersions(before: PlanContent, after: PlanContent): PlanChange[] {
	return (Object.keys(comparedFields) as ComparedPart[]).flatMap((part) => {
		const [old, fresh] = [itemsOf(before, part), itemsOf(after, part)];
		const former = new Map(old.map((item) => [item.id, item]));
		const present = new Set(fresh.map(({ id }) => id));
		return [
			...fresh.flatMap((item) => changeOf(part, former.get(item.id), item)),
			...old.filter(({ id }) => !present.has(id)).flatMap((item) => changeOf(part, item, undefined)),
		];
	});
}

function itemsOf(content: PlanContent, part: ComparedPart): Item[] {
	if (part === "plan") return [content.plan as Item];
	if (part === "people") return content.family.persons as Item[];
	return (content[part] ?? []) as Item[];
}

function changeOf(part: ComparedPart, before: Item | undefined, after: Item | undefined): PlanChange[] {
	const item = after ?? before;
	if (!item) return [];
	const titleField = Object.keys(comparedFields[part])[0] as string;
	const different = fieldChanges(part, before ?? {}, after ?? {});
	const moved = moveOf(part, before, after);
	const whole = !before || !after;
	// What is new or gone as a whole is known by its title; its other words stand below it.
	const named = part !== "plan" && part !== "steps" && (whole || different.every(({ field }) => field !== titleField));
	const title = named ? nameOf(part, item, titleField) : "";
	const fields = whole && named ? different.filter(({ field }) => !titles(part, titleField).includes(field)) : different;
	if (fields.length === 0 && moved === undefined && (!whole || title === "")) return [];
	return [
		{
			part,
			id: item.id,
			change: moved ?? (!before ? "added" : !after ? "removed" : "changed"),
			title,
			...(typeof item.personId === "string" && part !== "inquiries" && { personId: item.personId }),
			...(part === "steps" && { step: item.kind as StepKind }),
			fields,
		},
	];
}

const titles = (part: ComparedPart, titleField: string) => (part === "people" ? ["givenName", "familyName"] : [titleField]);
const nameOf = (part: ComparedPart, item: Item, titleField: string) =>
	titles(part, titleField)
		.map((field) => asText(item[field]))
		.filter(Boolean)
		.join(" ");

function fieldChanges(part: ComparedPart, before: Partial<Item>, after: Partial<Item>): FieldChange[] {
	return Object.entries(comparedFields[part] as Record<string, FieldKind>).flatMap(([field, kind]) => {
		// What a version did not tell yet when it was put before people did not change.
		if (part === "plan" && !(field in before && field in after)) return [];
		const [old, fresh] = [before[field], after[field]];
		if (kind !== "texts") return difference(field, kind, asText(old), asText(fresh));
		const [olds, news] = [(old ?? []) as string[], (fresh ?? []) as string[]];
		return Array.from({ length: Math.max(olds.length, news.length) }, (_, place) =>
			difference(`${field}.${place}`, "text", asText(olds[place]), asText(news[place])),
		).flat();
	});
}

const difference = (field: string, kind: FieldKind, before: string, after: string): FieldChange[] =>
	before === after ? [] : [{ field, kind, before, after }];

function asText(value: unknown): string {
	if (value === undefined || value === null) return "";
	if (typeof value === "boolean") return value ? "yes" : "no";
	return Array.isArray(value) ? value.join(",") : String(value);
}

/** What became of a goal, help or step, apart from its words. A goal that is agreed and worked on since is no news: that is what a version is for. */
function moveOf(part: ComparedPart, before: Item | undefined, after: Item | undefined): ChangeKind | undefined {
	if (!after) return undefined;
	const [was, is] = [before?.state as string | undefined, after.state as string | undefined];
	if (was === is) return undefined;
	if (part === "help") {
		if (is === "running") return "started";
		if (before && (is === "stopped" || is === "completed")) return is;
	}
	if (!before) return undefined;
	if (part === "goals") {
		const ended = (state: string | undefined) => state === "achieved" || state === "stopped";
		if (is === "achieved" || is === "stopped") return is;
		if (ended(was) && !ended(is)) return "started";
	}
	if (part === "steps" && (is === "concluded" || is === "reopened")) return is;
	return undefined;
}
