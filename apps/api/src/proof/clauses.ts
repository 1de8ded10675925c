/**
 * Every way to leave one condition out of a boolean expression of PostgreSQL: each part of an `AND` becomes true, each part of an
 * `OR` false, each outcome of a `CASE` true; also within brackets. The whole expression as true is the first.
 */
export function withoutEachClause(expression: string): string[] {
	return [...new Set(["true", ...mutants(expression)])].filter((each) => each !== expression);
}

function mutants(text: string): string[] {
	const whole = text.trim();
	const bare = unwrapped(whole);
	if (bare !== undefined) return mutants(bare).map((each) => `(${each})`);
	for (const [word, neutral] of [
		[" OR ", "false"],
		[" AND ", "true"],
	] as const) {
		const parts = split(whole, word);
		if (parts.length > 1)
			return parts.flatMap((part, place) => {
				const put = (mutant: string) => parts.map((each, at) => (at === place ? mutant : each)).join(word);
				return [put(neutral), ...mutants(part).map(put)];
			});
	}
	return outcomes(whole).flatMap(({ start, end }) => {
		const outcome = whole.slice(start, end);
		const put = (mutant: string) => `${whole.slice(0, start)} ${mutant} ${whole.slice(end)}`;
		return [...(outcome.trim() === "true" ? [] : [put("true")]), ...mutants(outcome).map(put)];
	});
}

/** The inside of brackets that close only at the end. */
function unwrapped(text: string): string | undefined {
	if (!text.startsWith("(") || !text.endsWith(")")) return undefined;
	let depth = 0;
	for (const [at, sign] of [...text].entries()) {
		if (sign === "(") depth += 1;
		if (sign === ")") depth -= 1;
		if (depth === 0 && at < text.length - 1) return undefined;
	}
	const inside = text.slice(1, -1);
	return /^\s*SELECT/i.test(inside) ? undefined : inside;
}

/** Splits where the word stands outside brackets, quotes and CASE. */
function split(text: string, word: string): string[] {
	const parts: string[] = [];
	let [depth, quoted, from] = [0, false, 0];
	for (let at = 0; at < text.length; at++) {
		if (text[at] === "'") quoted = !quoted;
		if (quoted) continue;
		if (text[at] === "(" || /^CASE\b/.test(text.slice(at))) depth += 1;
		if (text[at] === ")" || (/^END\b/.test(text.slice(at)) && /\s/.test(text[at - 1] ?? " "))) depth -= 1;
		if (depth === 0 && text.startsWith(word, at)) {
			parts.push(text.slice(from, at));
			from = at + word.length;
		}
	}
	return [...parts, text.slice(from)];
}

/** Where the outcomes of the outermost CASE stand. */
function outcomes(text: string): { start: number; end: number }[] {
	if (!/^\s*CASE\b/.test(text)) return [];
	const found: { start: number; end: number }[] = [];
	let [depth, quoted] = [0, false];
	let start: number | undefined;
	for (let at = 0; at < text.length; at++) {
		if (text[at] === "'") quoted = !quoted;
		if (quoted) continue;
		const rest = text.slice(at);
		const atWord = at === 0 || /\s/.test(text[at - 1] as string);
		if (text[at] === "(" || (atWord && /^CASE\b/.test(rest))) depth += 1;
		if (depth === 1 && atWord && /^(WHEN|ELSE|END)\b/.test(rest) && start !== undefined) {
			found.push({ start, end: at });
			start = undefined;
		}
		if (text[at] === ")" || (atWord && /^END\b/.test(rest))) depth -= 1;
		if (depth === 1 && atWord && /^(THEN|ELSE)\b/.test(rest)) start = at + 4;
	}
	return found;
}
