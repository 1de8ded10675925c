import { createHash } from "node:crypto";
import type { Endpoint } from "@samenplan/contract/endpoint";
import type { Request, Response, Router } from "express";
import type { Caller, Deed } from "./as-actor.ts";
import { replayOrRun } from "./idempotency.ts";
import { HttpProblem, notFound, parse } from "./problems.ts";
import type { Route, Services } from "./route.ts";
import { readAccessToken } from "./tokens.ts";

/** Puts every route of the table on the router; a route whose right is missing does not compile. */
export function serve(router: Router, routes: readonly Route[], services: Services): void {
	for (const route of routes) {
		const path = route.endpoint.path.replace(/\{(\w+)\}/g, ":$1");
		router[route.endpoint.method](path, (request, response) => answer(route, request, response, services));
	}
}

async function answer(route: Route, request: Request, response: Response, services: Services): Promise<void> {
	const { endpoint } = route;
	if (route.kind === "open") {
		const input = parsedInput(endpoint, request, paramsOf(endpoint, request));
		const caller = callerOf(request, response, services);
		const context = {
			services,
			request,
			response,
			client: request.ip ?? "",
			requestId: response.locals.requestId,
			...(caller && { caller }),
		};
		return send(endpoint, response, await route.useCase(input, context), services);
	}
	const caller = callerOf(request, response, services);
	if (!caller) throw new HttpProblem("sign-in-needed");
	// An identifier that cannot exist is answered as one that does not.
	const params = paramsOf(endpoint, request);
	const deed = deedOf(route, params);
	if (route.kind === "stream") {
		return services.frame.asActor(caller, deed, async (tx) => {
			// Asked for the head only, there is nothing to keep open.
			if (request.method === "HEAD") response.type("text/event-stream").end();
			else await services.live.open(request, response, caller, tx);
		});
	}
	const result = await services.frame.asActor(caller, deed, async (tx) => {
		const input = parsedInput(endpoint, request, params);
		const key = endpoint.method === "get" ? undefined : request.get("idempotency-key");
		if (key === undefined) return route.useCase(tx, input, services);
		return replayOrRun(
			tx,
			{ key, endpoint: `${endpoint.method} ${request.path}`, bodyHash: hash(request.body) },
			() => route.useCase(tx, input, services),
			route.answersOnce === true,
		);
	});
	if (route.sendsText) {
		if (services.config.CHECK_RESPONSES) checkResponse(endpoint, JSON.parse(result as unknown as string));
		response
			.status(endpoint.status ?? 200)
			.type("application/json")
			.send(result as unknown as string);
		return;
	}
	send(endpoint, response, result, services);
}

function send(endpoint: Endpoint, response: Response, result: unknown, services: Services): void {
	if (response.headersSent) return;
	if (endpoint.response === undefined) {
		response.status(endpoint.status ?? 204).end();
		return;
	}
	const body = JSON.stringify(result);
	if (services.config.CHECK_RESPONSES) checkResponse(endpoint, JSON.parse(body));
	response
		.status(endpoint.status ?? 200)
		.type("application/json")
		.send(body);
}

/** An answer that differs from the contract is a fault of ours, found in tests. */
function checkResponse(endpoint: Endpoint, body: unknown): void {
	const checked = endpoint.response?.safeParse(body);
	if (!checked || checked.success) return;
	const difference = `${endpoint.method} ${endpoint.path} answers off contract: ${JSON.stringify(checked.error.issues.slice(0, 5))}`;
	process.stderr.write(`${difference}\n`);
	throw new Error(difference);
}

function paramsOf(endpoint: Endpoint, request: Request): Record<string, string> {
	if (!endpoint.params) return {};
	const parsed = endpoint.params.safeParse(request.params);
	if (!parsed.success) throw notFound();
	return parsed.data as Record<string, string>;
}

function parsedInput(endpoint: Endpoint, request: Request, params: Record<string, string>) {
	return {
		params,
		query: endpoint.query ? parse(endpoint.query, request.query) : undefined,
		body: endpoint.body ? parse(endpoint.body, request.body ?? {}) : undefined,
	} as never;
}

function deedOf(route: Exclude<Route, { kind: "open" }>, params: Record<string, string>): Deed {
	const { endpoint } = route;
	const [familyId, objectId] = ["familyId", Object.keys(params).findLast((name) => name !== "familyId")].map((name) =>
		name === undefined ? undefined : params[name],
	);
	return {
		event: `${endpoint.method} ${endpoint.path}`,
		action: endpoint.audit.action,
		object: endpoint.audit.object,
		right: endpoint.right as Deed["right"],
		...(familyId !== undefined && { familyId }),
		...(objectId !== undefined && isUuid(objectId) && { objectId }),
		...(route.kind === "actor" && route.list && { list: route.list }),
	};
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

function callerOf(request: Request, response: Response, services: Services): Caller | undefined {
	const header = request.get("authorization");
	if (!header?.startsWith("Bearer ")) return undefined;
	const token = readAccessToken(header.slice(7), services.config.SECRET);
	return (
		token && {
			...token,
			client: request.ip ?? "",
			requestId: response.locals.requestId,
			// Only ever shortens a session.
			present: request.get("samenplan-present") !== "no",
		}
	);
}

const hash = (body: unknown) =>
	createHash("sha256")
		.update(JSON.stringify(body ?? null))
		.digest("hex");
