import type { InWords } from "./source.ts";

export type HelpForm = "group" | "home" | "video" | "people" | "talk";
/** `own` is not from the source: what a family can always put beside help. */
export type HelpKind = "own" | "around" | "programme";
export type HelpExample = {
	code: string;
	kind: HelpKind;
	/** Ages of the child in whole years, both included; without them for any age. */
	ages?: readonly [from: number, until: number];
	form?: HelpForm;
	name: InWords;
	what: InWords;
};
