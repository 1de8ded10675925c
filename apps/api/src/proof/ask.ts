import { pathOf } from "@samenplan/contract/client";
import type { Endpoint } from "@samenplan/contract/endpoint";
import { sampleOf } from "@samenplan/testing/sample";
import { extractText, getDocumentProxy } from "unpdf";

/** An identifier that nothing has. */
export const unknownId = "019a0000-0000-7000-8000-00000000dead";

export type Answer = { status: number; code: string | undefined };
export type FullAnswer = Answer & { text: string; headers: Headers; url: string };
export type Ask = (endpoint: Endpoint, token: string | undefined, params: Record<string, string>, body?: unknown) => Promise<Answer>;

/** The parameters an endpoint asks, each an identifier that nothing has unless given. */
export function paramsFor(endpoint: Endpoint, given: Record<string, string>): Record<string, string> {
	const sample = endpoint.params ? (sampleOf(endpoint.params, { id: unknownId }) as Record<string, string>) : {};
	return Object.fromEntries(Object.keys(sample).map((name) => [name, given[name] ?? (sample[name] as string)]));
}

/** Calls endpoints of a running app with a body of the right shape, and reads how it ended. A stream is left at once. */
export function askerOf(url: string): Ask {
	return async (...call) => {
		const { status, code } = await askInFull(url, ...call);
		return { status, code };
	};
}

export async function askInFull(
	url: string,
	endpoint: Endpoint,
	token: string | undefined,
	params: Record<string, string>,
	body: unknown = endpoint.body && sampleOf(endpoint.body, { id: unknownId }),
	asked?: Record<string, string>,
): Promise<FullAnswer> {
	const stop = new AbortController();
	const path = pathOf(endpoint, paramsFor(endpoint, params));
	const response = await fetch(`${url}${path}${asked ? `?${new URLSearchParams(asked)}` : queryOf(endpoint)}`, {
		method: endpoint.method.toUpperCase(),
		signal: stop.signal,
		redirect: "manual",
		headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
		...(body !== undefined && { body: JSON.stringify(body) }),
	});
	const { status, headers } = response;
	if (headers.get("content-type")?.includes("event-stream")) {
		const first = await response.body?.getReader().read();
		stop.abort();
		return { status, code: undefined, text: new TextDecoder().decode(first?.value), headers, url: path };
	}
	const text = headers.get("content-type")?.includes("pdf") ? await wordsOfPdf(response) : await response.text();
	const code = text.startsWith("{") ? (JSON.parse(text) as { code?: string }).code : undefined;
	return { status, code: status < 300 ? undefined : code, text, headers, url: path };
}

/** What somebody reads in a file, with what it says of itself: its title and who made it. */
async function wordsOfPdf(response: Response): Promise<string> {
	const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
	const { text } = await extractText(document, { mergePages: true });
	return `${text}\n${JSON.stringify((await document.getMetadata()).info)}`;
}

/** What a query must hold; what it may hold is left out. */
function queryOf(endpoint: Endpoint): string {
	if (!endpoint.query || endpoint.query.safeParse({}).success) return "";
	const sample = sampleOf(endpoint.query, { id: unknownId }) as Record<string, unknown>;
	return `?${new URLSearchParams(Object.entries(sample).map(([name, value]) => [name, String(value)] as [string, string]))}`;
}
