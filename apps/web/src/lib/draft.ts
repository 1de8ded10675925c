import { useCallback, useState } from "react";

/**
 * Words that were typed and not yet sent, kept on this device per person, family and field.
 * They outlive a lost connection, a closed tab and an ended session; signing out removes them here. Where the server keeps them
 * too (`draft-sync.ts`), they wait for their writer on every device.
 */
const prefix = "samenplan.draft";
const heard = "samenplan.heard:";
let owner = "nobody";
type Listener = (familyId: string, field: string) => void;
let changed: Listener = () => undefined;

/** Who hears of each change of a draft; one listener. */
export function whenDraftChanges(listener: Listener): void {
	changed = listener;
}

/** Whose drafts these are; set when it is known who is signed in. */
export function setDraftOwner(personId: string): void {
	owner = personId;
}

function keyOf(familyId: string, field: string): string {
	return [prefix, owner, familyId, field].join(":");
}

/** Fields of a family with a draft on this device, of whoever is signed in. */
export function draftFields(familyId: string): string[] {
	return fieldsUnder(keyOf(familyId, ""));
}

/** Every draft on this device of whoever is signed in, whatever the family. */
export function allDrafts(): { familyId: string; field: string }[] {
	return fieldsUnder(`${prefix}:${owner}:`).map((rest) => {
		const colon = rest.indexOf(":");
		return { familyId: rest.slice(0, colon), field: rest.slice(colon + 1) };
	});
}

function fieldsUnder(start: string): string[] {
	try {
		return Object.keys(localStorage)
			.filter((key) => key.startsWith(start))
			.map((key) => key.slice(start.length));
	} catch {
		return [];
	}
}

export function readDraft(familyId: string, field: string): string | undefined {
	try {
		return localStorage.getItem(keyOf(familyId, field)) ?? undefined;
	} catch {
		return undefined;
	}
}

/** Keeps a draft; an empty or missing text removes it. */
export function keepDraft(familyId: string, field: string, words: string | undefined): void {
	try {
		if (words) localStorage.setItem(keyOf(familyId, field), words);
		else localStorage.removeItem(keyOf(familyId, field));
	} catch {
		// A full or closed store must not stop anyone from typing.
	}
	changed(familyId, field);
}

/** Removes a draft after the server has the words. */
export function clearDraft(familyId: string, field: string): void {
	keepDraft(familyId, field, undefined);
}

/**
 * What the server had of a draft when this device last heard of it; undefined when it had none. It outlives the page like the draft
 * itself: without it a draft that went into the plan would come back from the server, or from another device.
 */
export function readHeard(familyId: string, field: string): string | undefined {
	try {
		return localStorage.getItem(`${heard}${keyOf(familyId, field)}`) ?? undefined;
	} catch {
		return undefined;
	}
}

export function keepHeard(familyId: string, field: string, words: string | undefined): void {
	try {
		if (words === undefined) localStorage.removeItem(`${heard}${keyOf(familyId, field)}`);
		else localStorage.setItem(`${heard}${keyOf(familyId, field)}`, words);
	} catch {
		// As with the drafts themselves.
	}
}

/** Fields of a family of which the server had a draft. */
export function heardFields(familyId: string): string[] {
	return fieldsUnder(`${heard}${keyOf(familyId, "")}`);
}

/** Removes every draft on this device, of everyone: for signing out on a shared device. */
export function clearAllDrafts(): void {
	try {
		for (const key of Object.keys(localStorage)) if (key.startsWith(`${prefix}:`) || key.startsWith(heard)) localStorage.removeItem(key);
	} catch {
		// Nothing to remove without a store.
	}
}

/** A draft for one field: what was found when the field appeared, and a way to keep what is typed. */
export function useDraft(familyId: string, field: string) {
	const [found] = useState(() => readDraft(familyId, field));
	const keep = useCallback((words: string | undefined) => keepDraft(familyId, field, words), [familyId, field]);
	const clear = useCallback(() => clearDraft(familyId, field), [familyId, field]);
	return { found, keep, clear };
}
