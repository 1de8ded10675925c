import type { Endpoint } from "@samenplan/contract/endpoint";
import { endpoints } from "@samenplan/contract/endpoints";
import { sampleOf } from "./sample.ts";

type Reading = {
	/** Where the API listens. */
	url: string;
	token: string;
	familyId: string;
	/** Identifiers that may stand for each other parameter of a path, such as `personId`; left out, every one of `ids`. */
	ids: readonly string[];
};

/**
 * Reads everything there is to read with one token: each GET endpoint of the contract with each identifier that could stand in its
 * path. The live stream is left out: it carries no texts.
 *
 * @returns one line per answer: what was asked, its status, and the whole body
 */
export async function everythingRead({ url, token, familyId, ids }: Reading): Promise<{ asked: string; status: number; body: string }[]> {
	const answers = [];
	for (const endpoint of endpoints as readonly Endpoint[]) {
		if (endpoint.method !== "get" || endpoint.path.endsWith("/live")) continue;
		for (const path of pathsOf(endpoint, familyId, ids)) {
			const response = await fetch(url + path, { headers: { authorization: `Bearer ${token}`, accept: "application/json" } });
			answers.push({ asked: path, status: response.status, body: await response.text() });
		}
	}
	return answers;
}

function pathsOf(endpoint: Endpoint, familyId: string, ids: readonly string[]): string[] {
	const path = endpoint.path.replace("{familyId}", familyId);
	const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
	if (names.length === 0) return [path];
	const sample = (endpoint.params ? sampleOf(endpoint.params, { id: ids[0] ?? familyId }) : {}) as Record<string, string>;
	return ids.map((id) =>
		names.reduce((filled, name) => filled.replace(`{${name}}`, name.endsWith("Id") ? id : encodeURIComponent(sample[name] ?? "x")), path),
	);
}
