import type { MessageKey } from "@samenplan/language/catalogue";

type TermKey = Extract<MessageKey, `term.${string}`>;
export type TermList = TermKey extends `term.${infer List}.${string}` ? List : never;
type ValueOf<List extends TermList> = TermKey extends infer Key ? (Key extends `term.${List}.${infer Value}` ? Value : never) : never;

/**
 * The message of a value of the contract: `say(term("goalStates", goal.state))`. A value without a word does not compile.
 */
export function term<List extends TermList>(list: List, value: ValueOf<List>): MessageKey {
	return `term.${list}.${value}` as MessageKey;
}
