import type { Endpoint } from "@samenplan/contract/endpoint";
import type { PlantedRow } from "@samenplan/testing/planted-rows";
import { sampleOf } from "@samenplan/testing/sample";
import { z } from "zod";
import { unknownId } from "./ask.ts";
import { idsFor } from "./objects.ts";

/** What a family has to name: its rows, and the persons around it. */
export type Ground = {
	rows: readonly PlantedRow[];
	persons: readonly string[];
	/** Who can stand in for the coordinator. */
	standIn?: string;
};
/** A call in which one place names an object or a person. */
export type Swap = {
	place: string;
	ids: readonly string[];
	call: (id: string, turn: number) => { params: Record<string, string>; body: unknown };
};
/** How often the other places of a call can be filled in otherwise. */
export const turns = 6;

/** Fields that name a person under a name of their own. */
const personFields = /^(parentId|childId|readers|tookPart|withWhom|doneBy|standInId|agreedBy|askerId|personId|\w+PersonId)$/;
/** Fields that are called otherwise than the table whose rows they name. */
const called: Record<string, string> = {
	goalIds: "goalId",
	compared: "optionId",
	insteadOfId: "helpId",
	fromViewId: "viewId",
	corrects: "safetyEntryId",
	was: "kinshipId",
};
/** Which kinds of object one field can name, and the field beside it that says which. */
const saysKind: Record<string, string> = { subjectId: "subject", objectId: "object", aboutId: "about", textId: "kind" };
/** Stands in the row of something else. */
const standsIn: Record<string, string> = { shared_picture: "step" };

const aheadOn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** What a sample cannot know from the schema alone. */
const likely = {
	safetyKind: null,
	email: "iemand@demo.invalid",
	untilOn: aheadOn(40),
	removeOn: aheadOn(40),
	nextOn: aheadOn(40),
	route: "crisis",
};

type Slot = { path: (string | number)[]; name: string; kind: string | undefined };

/**
 * Every place of an endpoint that names an object or a person, in its address and in its body, each with every kind of object it can
 * name; all other places name what the own family has.
 *
 * @returns nothing for an endpoint that names nothing within the family
 */
export function swapsOf(endpoint: Endpoint, familyId: string, own: Ground, other: Ground): Swap[] {
	return variantsOf(endpoint).flatMap(({ params, body }, variant) => {
		const whole = { params: { ...params, familyId }, body };
		const slots = slotsIn(whole);
		const choices = slots.map((slot) => idsOf(slot, own));
		// Two places seldom name the same.
		const filled = (turn: number) =>
			slots.reduce((call: unknown, slot, at) => {
				const ids = choices[at] as string[];
				return put(call, slot, ids[(turn + at) % ids.length] ?? unknownId);
			}, whole);
		// What says nothing of the kind of object is tried with the first kind.
		const tried = variant === 0 ? slots : slots.filter(({ kind }) => kind !== undefined);
		return tried.map((slot) => ({
			place: [...slot.path, ...(slot.kind ? [`(${slot.kind})`] : [])].join("."),
			ids: idsOf(slot, other),
			call: (id: string, turn: number) => put(filled(turn), slot, id) as ReturnType<Swap["call"]>,
		}));
	});
}

/** A sample for each kind of object that the endpoint takes. */
function variantsOf(endpoint: Endpoint): { params: Record<string, unknown>; body: unknown }[] {
	const sample = (schema: z.ZodType | undefined) => schema && sampleOf(schema, { id: unknownId, text: "woorden van genoeg lengte" });
	const params = (sample(endpoint.params) ?? {}) as Record<string, unknown>;
	const body = sample(endpoint.body) as Record<string, unknown> | undefined;
	// Readers count when they are named.
	if (body && "readers" in body && "audience" in body) body.audience = "named";
	for (const [name, value] of Object.entries(likely)) if (body && name in body) body[name] = value;
	const kinds = [...kindsOf(params, endpoint.params, "params"), ...kindsOf(body, endpoint.body, "body")];
	if (kinds.length === 0) return [{ params, body }];
	return kinds.map(({ path, value }) => put({ params, body }, { path }, value) as { params: Record<string, unknown>; body: unknown });
}

/** Where a sample says which kind of object is named, with each value it may have. */
function kindsOf(sample: unknown, schema: z.ZodType | undefined, part: string): { path: (string | number)[]; value: string }[] {
	if (!schema) return [];
	const found: { path: (string | number)[]; value: string }[] = [];
	const walk = (
		value: unknown,
		of: { enum?: string[]; properties?: Record<string, object>; items?: object },
		path: (string | number)[],
	) => {
		if (Array.isArray(value)) for (const [place, each] of value.entries()) walk(each, of.items ?? {}, [...path, place]);
		else if (typeof value === "object" && value !== null)
			for (const [name, each] of Object.entries(value)) {
				const beside = Object.entries(saysKind).some(([id, says]) => says === name && id in value);
				const property = (of.properties?.[name] ?? {}) as { enum?: string[] };
				if (beside) for (const kind of property.enum ?? []) found.push({ path: [...path, name], value: kind });
				else walk(each, property, [...path, name]);
			}
	};
	walk(sample, z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as object, [part]);
	return found;
}

/** Every place that a sample filled with an identifier, but for the family's own. */
function slotsIn(call: unknown): Slot[] {
	const slots: Slot[] = [];
	const walk = (value: unknown, path: (string | number)[], around: Record<string, unknown>) => {
		if (Array.isArray(value)) for (const [place, each] of value.entries()) walk(each, [...path, place], around);
		else if (typeof value === "object" && value !== null)
			for (const [name, each] of Object.entries(value)) walk(each, [...path, name], value as Record<string, unknown>);
		else if (value === unknownId) {
			const name = path.findLast((each) => typeof each === "string") as string;
			slots.push({ path, name, kind: around[saysKind[name] as string] as string | undefined });
		}
	};
	walk(call, [], {});
	return slots;
}

function idsOf({ name, kind }: Slot, { rows, persons, standIn }: Ground): string[] {
	if (name === "standInId" && standIn) return [standIn];
	// Something is told to somebody outside the family, who stands last.
	if (name === "toPersonId") return [...persons].reverse();
	if (personFields.test(name)) return [...persons];
	const table = kind && (standsIn[kind] ?? kind);
	return table ? idsFor(`${table}Id`, rows, persons) : idsFor(called[name] ?? name, rows, persons);
}

/** A copy with another value in one place. */
function put(whole: unknown, { path }: { path: readonly (string | number)[] }, value: string): unknown {
	const copy = structuredClone(whole);
	let at = copy as Record<string | number, unknown>;
	for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
	at[path.at(-1) as string | number] = value;
	return copy;
}
