import { useCallback, useState } from "react";

/**
 * Words that were typed and not yet sent, kept on this device per person, family and field.
 * They outlive a lost connection, a closed tab and an ended session; signing out removes them here. Where the server keeps them
 * too (`draft-sync.ts`), they wait for their writer on every device.
 */
const prefix = "samenplan.draft";
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
	const start = keyOf(familyId, "");
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

/** Removes every draft on this device, of everyone: for signing out on a shared device. */
export function clearAllDrafts(): void {
	try {
		for (const key of Object.keys(localStorage)) if (key.startsWith(`${prefix}:`)) localStorage.removeItem(key);
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
