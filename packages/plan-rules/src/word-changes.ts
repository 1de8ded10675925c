/** One stretch of a text beside its former self. */
export type WordChange = { kind: "same" | "gone" | "new"; text: string };

/** Above this many pairs of words a text counts as written anew between its equal beginning and end. */
const mostPairs = 1_000_000;

/**
 * Which words of a text changed, in reading order: what stayed and what is gone together are the former text, what stayed and what
 * is new together are the present one, both to the letter. Whole words only, so that a reader never sees half a word marked.
 */
export function wordChanges(before: string, after: string): WordChange[] {
	const [old, fresh] = [pieces(before), pieces(after)];
	let start = 0;
	while (start < old.length && start < fresh.length && old[start] === fresh[start]) start += 1;
	let end = 0;
	while (end < old.length - start && end < fresh.length - start && old.at(-1 - end) === fresh.at(-1 - end)) end += 1;
	return joined([
		...old.slice(0, start).map((text) => ({ kind: "same" as const, text })),
		...between(old.slice(start, old.length - end), fresh.slice(start, fresh.length - end)),
		...old.slice(old.length - end).map((text) => ({ kind: "same" as const, text })),
	]);
}

/** Words, each with the spaces after it. */
const pieces = (text: string) => text.match(/^\s+|\S+\s*/gu) ?? [];

function between(old: readonly string[], fresh: readonly string[]): WordChange[] {
	const anew = [...old.map((text) => ({ kind: "gone" as const, text })), ...fresh.map((text) => ({ kind: "new" as const, text }))];
	if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > mostPairs) return anew;
	// Length of the longest row of words that both have, from each place on.
	const width = fresh.length + 1;
	const common = new Uint32Array((old.length + 1) * width);
	const at = (a: number, b: number) => common[a * width + b] as number;
	for (let a = old.length - 1; a >= 0; a -= 1)
		for (let b = fresh.length - 1; b >= 0; b -= 1)
			common[a * width + b] = old[a] === fresh[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
	const changes: WordChange[] = [];
	let [a, b] = [0, 0];
	while (a < old.length || b < fresh.length) {
		if (a < old.length && b < fresh.length && old[a] === fresh[b]) {
			changes.push({ kind: "same", text: old[a] as string });
			[a, b] = [a + 1, b + 1];
		} else if (b === fresh.length || (a < old.length && at(a + 1, b) >= at(a, b + 1))) {
			changes.push({ kind: "gone", text: old[a] as string });
			a += 1;
		} else {
			changes.push({ kind: "new", text: fresh[b] as string });
			b += 1;
		}
	}
	return changes;
}

/** Neighbours of one kind together, and within a change first what is gone, then what is new. */
function joined(changes: readonly WordChange[]): WordChange[] {
	const result: WordChange[] = [];
	let [gone, fresh] = ["", ""];
	const flush = () => {
		if (gone) result.push({ kind: "gone", text: gone });
		if (fresh) result.push({ kind: "new", text: fresh });
		[gone, fresh] = ["", ""];
	};
	for (const { kind, text } of changes) {
		if (kind === "gone") gone += text;
		else if (kind === "new") fresh += text;
		else {
			flush();
			const last = result.at(-1);
			if (last?.kind === "same") last.text += text;
			else result.push({ kind, text });
		}
	}
	flush();
	return result;
}
