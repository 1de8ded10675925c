/** Names of people, as they are said and sorted in the Netherlands. */

export type Named = { givenName: string; familyName?: string | null };

/** "Samira de Vries". */
export function fullName({ givenName, familyName }: Named): string {
	return [givenName, familyName].filter(Boolean).join(" ");
}

/** At most two letters for a face: first and last name, without the small words between ("Jan van der Berg" is "JB"). */
export function initials(name: string): string {
	const words = name.split(/\s+/).filter((word) => /^[\p{Lu}\p{Lo}\d]/u.test(word));
	const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0] ?? name.trim()];
	return chosen.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

/** What a family name sorts under: "van der Berg" under "Berg". */
export function sortName({ givenName, familyName }: Named): string {
	const own = (familyName ?? "").replace(/^(?:(?:van|de|der|den|het|te|ten|ter|in|op|aan|uit|voor|el|al|'t)\s+)+/i, "");
	return `${own || familyName || ""} ${givenName}`.trim();
}

/** "Anna, Bram en Chris"; British English, so without a comma before the last. */
export function nameList(names: readonly string[], locale = "nl"): string {
	return new Intl.ListFormat(locale === "en" ? "en-GB" : locale, { type: "conjunction" }).format(names);
}

/** "Anna" gives "Anna’s", "Bas" gives "Bas’": for "the words of ...". Dutch; other languages have their own messages. */
export function dutchPossessive(name: string): string {
	if (/[sxzSXZ]$/.test(name)) return `${name}’`;
	return /[aiouyAIOUY]$/.test(name) ? `${name}’s` : `${name}s`;
}

/** A name as somebody may type it while searching: without capitals and signs, "Aydın" as "aydin", "Łukasz" as "lukasz". */
export function searchable(name: string): string {
	return name
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toLowerCase()
		.replace(/[ıłøđßæ]/g, (letter) => lettersAsTyped[letter] ?? letter)
		.trim();
}
const lettersAsTyped: Readonly<Record<string, string>> = { ı: "i", ł: "l", ø: "o", đ: "d", ß: "ss", æ: "ae" };
