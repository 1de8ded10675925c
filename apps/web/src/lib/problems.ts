import { ProblemError } from "@samenplan/contract/client";
import type { FieldCode, Problem, ProblemCode } from "@samenplan/contract/problem";
import type { MessageKey } from "@samenplan/language/catalogue";

/** Whatever was caught, as a problem document. */
export function asProblem(error: unknown): Problem {
	if (error instanceof ProblemError) return error.problem;
	return { type: "about:blank", title: "Unexpected", status: 0, code: "unexpected" };
}

/** The message of a problem: its `title` (what happened) or its `words` (what was kept, what to do). */
export function problemKey(code: ProblemCode, part: "title" | "words"): MessageKey {
	return `problem.${code}.${part}`;
}

/** The message of what is wrong with a field. */
export function fieldKey(code: FieldCode): MessageKey {
	return `problem.field.${code}`;
}
