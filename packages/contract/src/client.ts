import type { Endpoint, EndpointInput, EndpointResponse, TakenFile } from "./endpoint.ts";
import type { Problem } from "./problem.ts";

/** An answer that is not a success; carries the problem document so that the screen can say it in words. */
export class ProblemError extends Error {
	readonly problem: Problem;
	constructor(problem: Problem) {
		super(`${problem.status} ${problem.code}`);
		this.name = "ProblemError";
		this.problem = problem;
	}
}

export type ClientOptions = {
	/** Sends the request; the web adds its token and idempotency key here. */
	send: (url: string, init: RequestInit & { method: string }) => Promise<Response>;
	/** Prefix of every path, for example `http://127.0.0.1:4000`; empty for the same origin. */
	base?: string;
};

export type Call = <E extends Endpoint>(
	endpoint: E,
	...input: keyof EndpointInput<E> extends never ? [input?: { signal?: AbortSignal }] : [input: EndpointInput<E> & { signal?: AbortSignal }]
) => Promise<EndpointResponse<E>>;

/**
 * A client whose calls are typed by the endpoint table.
 * Throws {@link ProblemError} for any answer that is not 2xx, with code `network` when no answer came at all.
 */
export function createClient({ send, base = "" }: ClientOptions): Call {
	return (async (endpoint: Endpoint, input: CallInput = {}) => {
		const url = base + pathOf(endpoint, input.params) + queryOf(input.query);
		const init: RequestInit & { method: string } = { method: endpoint.method.toUpperCase() };
		if (input.signal) init.signal = input.signal;
		if (input.body !== undefined) {
			init.body = JSON.stringify(input.body);
			init.headers = { "content-type": "application/json" };
		}
		const response = await send(url, init).catch((cause: unknown) => {
			if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
			throw new ProblemError({ type: "about:blank", title: "No connection", status: 0, code: "network" });
		});
		if (!response.ok) throw new ProblemError(await problemOf(response));
		if (endpoint.file) return takenFrom(response);
		return response.status === 204 ? undefined : await response.json();
	}) as Call;
}

type CallInput = {
	params?: Record<string, string>;
	query?: Record<string, unknown>;
	body?: unknown;
	signal?: AbortSignal;
};

/** The path of an endpoint with its parameters filled in and escaped. */
export function pathOf(endpoint: Endpoint, params: Record<string, string> = {}): string {
	return endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
}

function queryOf(query: Record<string, unknown> = {}): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
	return search.size > 0 ? `?${search}` : "";
}

async function takenFrom(response: Response): Promise<TakenFile> {
	const name = /filename="?([^";]+)"?/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? "";
	return { name, content: await response.blob() };
}

async function problemOf(response: Response): Promise<Problem> {
	const unknown = { type: "about:blank", title: response.statusText, status: response.status, code: "unexpected" };
	if (!response.headers.get("content-type")?.includes("json")) return unknown as Problem;
	return { ...unknown, ...((await response.json()) as Partial<Problem>) } as Problem;
}
