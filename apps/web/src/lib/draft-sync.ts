import { type Draft, keepDraft as keeping } from "@samenplan/contract/drafts";
import { call } from "./api.ts";
import { allDrafts, draftFields, heardFields, keepDraft, keepHeard, readDraft, readHeard, whenDraftChanges } from "./draft.ts";

/**
 * Drafts of this device and those that the server keeps for the same person, made one: typed here, they are there; typed on
 * another device, they are here. Words are never thrown away to make them one: where both went on, both stand in the field.
 */
const pause = 2500;
/** What the contract takes at most; a longer draft stays on this device. */
const longest = 20_000;
/** Families in which the server keeps drafts of whoever is signed in. */
const kept = new Set<string>();
const timers = new Map<string, { timer: ReturnType<typeof setTimeout>; familyId: string; field: string }>();
const underWay = new Map<string, Promise<void>>();
const keyOf = (familyId: string, field: string) => `${familyId} ${field}`;

whenDraftChanges((familyId, field) => {
	// What went into the plan goes away at once: a closed tab would leave it behind.
	if (kept.has(familyId)) plan(familyId, field, readDraft(familyId, field) === undefined ? 0 : pause);
});

/**
 * Takes over what the server keeps, and sends what only this device has.
 *
 * @param mayKeep whether the server keeps drafts for this reader in this family
 */
export function takeDrafts(familyId: string, drafts: readonly Pick<Draft, "place" | "text">[], mayKeep: boolean): void {
	if (!mayKeep) return;
	kept.add(familyId);
	const theirs = new Map(drafts.map(({ place, text }) => [place, text]));
	for (const field of new Set([...theirs.keys(), ...draftFields(familyId), ...heardFields(familyId)])) {
		const key = keyOf(familyId, field);
		// Words of this device are on their way: what was read may be older.
		if (timers.has(key) || underWay.has(key)) continue;
		const [here, there, was] = [readDraft(familyId, field), theirs.get(field), readHeard(familyId, field)];
		keepHeard(familyId, field, there);
		if (here === there) continue;
		// Put in the plan here, and the server did not hear of it: the page was closed, or there was no connection.
		if (here === undefined && was !== undefined && there === was) plan(familyId, field, 0);
		else if (here === was || here === undefined) write(familyId, field, there);
		else if (there === undefined || there === was) plan(familyId, field, 0);
		else {
			write(familyId, field, bothOf(here, there));
			plan(familyId, field, 0);
		}
	}
}

/**
 * Sends everything this device has and the server has not, for signing out; gives up after two seconds. Also drafts of pages that
 * were left since, and what waits to be taken away.
 *
 * @returns how many texts are still on this device alone
 */
export async function sendDraftsNow(): Promise<number> {
	const waiting = new Map([...timers.values(), ...allDrafts()].map((each) => [keyOf(each.familyId, each.field), each]));
	for (const { timer } of timers.values()) clearTimeout(timer);
	timers.clear();
	await Promise.race([
		Promise.all([...waiting.values()].map(({ familyId, field }) => send(familyId, field))),
		new Promise((resume) => setTimeout(resume, 2000)),
	]);
	return allDrafts().filter(({ familyId, field }) => {
		const text = readDraft(familyId, field);
		return text !== undefined && text !== readHeard(familyId, field);
	}).length;
}

/** Nothing is known any more of whoever was signed in. */
export function forgetDrafts(): void {
	for (const { timer } of timers.values()) clearTimeout(timer);
	timers.clear();
	kept.clear();
}

function plan(familyId: string, field: string, after = pause): void {
	const key = keyOf(familyId, field);
	clearTimeout(timers.get(key)?.timer);
	const timer = setTimeout(() => {
		timers.delete(key);
		void send(familyId, field);
	}, after);
	timers.set(key, { timer, familyId, field });
}

/** One after another for each field, so that the last words typed are the last ones kept. */
async function send(familyId: string, field: string): Promise<void> {
	const key = keyOf(familyId, field);
	await underWay.get(key);
	const text = readDraft(familyId, field) ?? "";
	if (text === (readHeard(familyId, field) ?? "") || text.length > longest || field.length > 200) return;
	const sending = call(keeping, { params: { familyId }, body: { place: field, text } }).then(
		() => {
			keepHeard(familyId, field, text === "" ? undefined : text);
		},
		// Without a connection the words stay here; the next time the plan is read they are sent.
		() => undefined,
	);
	underWay.set(key, sending);
	await sending;
	if (underWay.get(key) === sending) underWay.delete(key);
}

/** A change that came from the server is not sent back to it. */
function write(familyId: string, field: string, text: string | undefined): void {
	keepDraft(familyId, field, text);
	const key = keyOf(familyId, field);
	clearTimeout(timers.get(key)?.timer);
	timers.delete(key);
}

/** Both texts; of a form with several fields, both texts of each field. */
function bothOf(here: string, there: string): string {
	if (here.includes(there)) return here;
	if (there.includes(here)) return there;
	const [mine, theirs] = [formOf(here), formOf(there)];
	if (!mine || !theirs) return `${there}\n\n${here}`;
	const joined = { ...theirs, ...mine };
	for (const [name, value] of Object.entries(mine)) {
		const other = theirs[name];
		if (typeof value === "string" && typeof other === "string" && other.includes(" ") && !value.includes(other))
			joined[name] = other.includes(value) ? other : `${other}\n\n${value}`;
	}
	return JSON.stringify(joined);
}

function formOf(text: string): Record<string, unknown> | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : undefined;
	} catch {
		return undefined;
	}
}
