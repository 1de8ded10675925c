import type { Problem, ProblemCode } from "@samenplan/contract/problem";
import type { ReasonCode } from "@samenplan/plan-rules/reasons";
import type { ErrorRequestHandler, Response } from "express";
import type { Logger } from "pino";
import type { z } from "zod";

const statuses: Record<ProblemCode, number> = {
	"invalid-input": 400,
	"sign-in-needed": 401,
	"not-found": 404,
	"not-allowed": 403,
	"prove-again": 403,
	conflict: 409,
	"move-not-possible": 409,
	"code-wrong": 400,
	"password-wrong": 400,
	"passkey-wrong": 400,
	"too-many-tries": 429,
	unavailable: 503,
	"too-large": 413,
	network: 500,
	unexpected: 500,
};
const titles: Partial<Record<ProblemCode, string>> = {
	"invalid-input": "Something in the form is not right",
	"sign-in-needed": "Sign in first",
	"not-found": "Not found",
	"not-allowed": "This is not yours to do",
	"prove-again": "First show again that it is you",
	conflict: "Somebody else changed this",
	"move-not-possible": "This step is not possible now",
	"code-wrong": "The code is not right or has expired",
	"password-wrong": "The address or the password is not right",
	"passkey-wrong": "The passkey was not recognised",
	"too-many-tries": "Too many tries; wait a while",
	unavailable: "The service is not available for a moment",
	"too-large": "This is too large",
};

/** Thrown anywhere below a route; the error map turns it into an RFC 9457 answer. */
export class HttpProblem extends Error {
	readonly code: ProblemCode;
	readonly extra: Partial<Problem>;
	constructor(code: ProblemCode, extra: Partial<Problem> = {}) {
		super(code);
		this.code = code;
		this.extra = extra;
	}
}

/** The object does not exist, or the caller may not know that it does. */
export const notFound = () => new HttpProblem("not-found");
export const notAllowed = () => new HttpProblem("not-allowed");

/** Returns the row, or answers "not found": also for rows that row-level security hides. */
export function found<T>(row: T | null | undefined): T {
	if (row === null || row === undefined) throw notFound();
	return row;
}

/** The edit started from an older version: the answer carries the present text, so that both can be shown. */
export function assertVersion(current: { version: number }, startedFrom: number): void {
	if (current.version !== startedFrom) throw new HttpProblem("conflict", { current });
}

/** A wrong move: which moves are possible now, and why this one is not. */
export const moveNotPossible = (possible: readonly string[], reasons: readonly ReasonCode[] = []) =>
	new HttpProblem("move-not-possible", { possible: [...possible], reasons: [...reasons] });

/** Parses with a contract schema; what is wrong comes back per field as stable codes. */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
	const result = schema.safeParse(value);
	if (result.success) return result.data;
	throw new HttpProblem("invalid-input", { errors: result.error.issues.flatMap(fieldErrors) });
}

function fieldErrors(issue: z.core.$ZodIssue): NonNullable<Problem["errors"]> {
	const path = issue.path.join(".");
	switch (issue.code) {
		case "unrecognized_keys":
			return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), code: "unknown-key" as const }));
		case "too_small":
			return [{ path, code: Number(issue.minimum) <= 1 ? "required" : "too-short", limit: Number(issue.minimum) }];
		case "too_big":
			return [{ path, code: "too-long", limit: Number(issue.maximum) }];
		case "invalid_type":
			return [{ path, code: issue.input === undefined ? "required" : "invalid" }];
		case "invalid_format":
			return [{ path, code: issue.format === "date" ? "date" : "invalid" }];
		default:
			return [{ path, code: "invalid" }];
	}
}

const unreachable = new Set([
	"ECONNREFUSED",
	"ECONNRESET",
	"EPIPE",
	"ENOTFOUND",
	"ETIMEDOUT",
	"57P01",
	"57P02",
	"57P03",
	"53300",
	"08006",
	"08001",
]);

/** What was done cannot be written down, so it was not done and nothing is shown (A6). */
export class EntryNotWritten extends Error {
	constructor(cause: unknown) {
		super("the audit entry cannot be written", { cause });
		this.name = "EntryNotWritten";
	}
}

/** The database is away for a moment, as far as can be seen from the error. */
export const isUnreachable = (error: unknown) => !(error instanceof HttpProblem) && toProblem(error).code === "unavailable";

/** Maps what PostgreSQL, Prisma and the body parser throw to a problem; anything else is unexpected. */
export function toProblem(error: unknown): HttpProblem {
	if (error instanceof HttpProblem) return error;
	if (error instanceof EntryNotWritten) return new HttpProblem("unexpected");
	const shape = error as { code?: unknown; type?: unknown; status?: unknown; message?: unknown; meta?: unknown; cause?: unknown };
	const code = databaseCode(shape);
	if (code !== undefined && unreachable.has(code)) return new HttpProblem("unavailable", { retryAfter: 2 });
	if (typeof shape.message === "string" && /Connection terminated|timeout exceeded when trying to connect/.test(shape.message))
		return new HttpProblem("unavailable", { retryAfter: 2 });
	// A row that violates row-level security or points outside the family: for the caller it does not exist.
	if (code === "42501" || code === "23503") return new HttpProblem("not-found");
	if (code === "23505" || code === "40001" || code === "40P01") return new HttpProblem("conflict");
	if (code === "23514" || code === "P0001") return new HttpProblem("move-not-possible", { possible: [] });
	// Text that PostgreSQL cannot hold (a NUL character) is bad input, not a fault of ours.
	if (code === "22021" || code === "22P05" || code === "22P02") return new HttpProblem("invalid-input", { errors: [] });
	if (shape.type === "entity.too.large") return new HttpProblem("too-large");
	if (typeof shape.type === "string" && /^(entity|encoding|charset|request)\./.test(shape.type)) return new HttpProblem("invalid-input");
	// An address that cannot be read, or a file that is not there.
	if (error instanceof URIError || (typeof shape.status === "number" && shape.status >= 400 && shape.status < 500))
		return new HttpProblem("not-found");
	return new HttpProblem("unexpected");
}

function databaseCode(error: { code?: unknown; meta?: unknown; cause?: unknown }): string | undefined {
	const cause = (error.cause ?? (error.meta as { driverAdapterError?: { cause?: unknown } })?.driverAdapterError?.cause) as
		| { originalCode?: string; code?: string }
		| undefined;
	if (typeof cause?.originalCode === "string") return cause.originalCode;
	if (error.code === "P2002") return "23505";
	if (error.code === "P2003") return "23503";
	if (error.code === "P2025") return "42501";
	return typeof error.code === "string" ? error.code : typeof cause?.code === "string" ? cause.code : undefined;
}

export function sendProblem(response: Response, thrown: HttpProblem, requestId: string): void {
	const body: Problem = {
		type: `urn:samenplan:problem:${thrown.code}`,
		title: titles[thrown.code] ?? "Something went wrong",
		status: statuses[thrown.code],
		code: thrown.code,
		requestId,
		...thrown.extra,
	};
	if (body.retryAfter !== undefined) response.setHeader("Retry-After", String(body.retryAfter));
	response.setHeader("Cache-Control", "no-store");
	response.status(body.status).type("application/problem+json").send(JSON.stringify(body));
}

/** The one error map of the API. Logs only what is unexpected, without bodies or texts. */
export function errorMap(log: Logger): ErrorRequestHandler {
	return (error, _request, response, next) => {
		if (response.headersSent) return next(error);
		const thrown = toProblem(error);
		if (thrown.code === "unexpected") log.error({ requestId: response.locals.requestId, ...safely(error) }, "unexpected error");
		sendProblem(response, thrown, response.locals.requestId);
	};
}

/** Where an error arose, without its message: database messages can quote what people wrote. */
function safely(error: unknown): { error: string; code?: unknown; at?: string[] } {
	if (!(error instanceof Error)) return { error: typeof error };
	const at = error.stack
		?.split("\n")
		.filter((line) => line.trim().startsWith("at "))
		.slice(0, 6)
		.map((line) => line.trim());
	return { error: error.name, code: (error as { code?: unknown }).code, at };
}
