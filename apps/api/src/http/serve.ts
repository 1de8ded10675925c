import { createHash } from "node:crypto";
import type { Endpoint } from "@samenplan/contract/endpoint";
import type { Request, Response, Router } from "express";
import { type Actor, type Caller, type Deed, type JobEntry, outcomeOf } from "./as-actor.ts";
import { replayOrRun } from "./idempotency.ts";
import { nothingToDo, unlessDone } from "./look-as-job.ts";
import { HttpProblem, notFound, parse } from "./problems.ts";
import type { GivenFile, Route, Services } from "./route.ts";
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
		const [client, requestId] = [request.ip ?? "", response.locals.requestId as string];
		const context = {
			services: { ...services, frame: tracedTo(services.frame, { client, requestId }) },
			request,
			response,
			client,
			requestId,
			...(caller && { caller }),
		};
		return send(endpoint, response, await route.useCase(input, context), services);
	}
	const caller = callerOf(request, response, services);
	if (!caller) throw new HttpProblem("sign-in-needed");
	// An identifier that cannot exist is answered as one that does not.
	const params = knownParams(endpoint, request);
	if (params === undefined) {
		await services.frame.leaveEntry(caller, deedOf(route, request, {}), "denied");
		throw notFound();
	}
	const deed = deedOf(route, request, params);
	if (route.kind === "stream") {
		return services.frame.asActor(caller, deed, async (tx) => {
			// Asked for the head only, there is nothing to keep open.
			if (request.method === "HEAD") response.type("text/event-stream").end();
			else await services.live.open(request, response, caller, tx, route.of);
		});
	}
	if (route.kind === "account") {
		return send(endpoint, response, await asAccountDeed(route, request, response, services, { caller, deed, params }), services);
	}
	if (route.kind === "file") {
		const content = await services.frame.asActor(caller, deed, (tx) => route.useCase(tx, parsedInput(endpoint, request, params), services));
		return sendFile(endpoint, response, await route.make(content));
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

/**
 * Checks the right as the actor, which leaves an entry when it is refused, then does the deed as the job `accounts`. That may take more
 * than one transaction and may refuse after what it counted was kept, so the entry of the request is written when it is known
 * what came of it. Nothing of a family is reached this way, and no answer goes out without the entry.
 */
async function asAccountDeed(
	route: Route & { kind: "account" },
	request: Request,
	response: Response,
	services: Services,
	{ caller, deed, params }: { caller: Caller; deed: Deed; params: Record<string, string> },
): Promise<unknown> {
	const { client, requestId } = caller;
	let actor: Actor | undefined;
	await unlessDone(
		services.frame.asActor(caller, deed, async (tx) => {
			actor = tx.actor;
			throw nothingToDo();
		}),
	);
	let noted: Partial<JobEntry> = {};
	const frame: Services["frame"] = {
		...services.frame,
		asJob: (job, work) =>
			services.frame.asJob({ ...job, withoutEntry: true }, async (tx) => {
				const result = await work(tx);
				noted = { ...noted, ...tx.entry };
				return result;
			}),
	};
	const leave = (outcome: JobEntry["outcome"]) => {
		const { event = deed.event, action = deed.action, object = deed.object, objectId = deed.objectId } = noted;
		return services.frame.leaveEntry(caller, { ...deed, event, action, object, ...(objectId && { objectId }) }, outcome, actor);
	};
	let result: unknown;
	try {
		const input = parsedInput(route.endpoint, request, params);
		const context = { services: { ...services, frame }, request, response, client, requestId, caller, actor: actor as Actor };
		result = await route.useCase(input, context);
	} catch (error) {
		await leave(outcomeOf(error));
		throw error;
	}
	await leave("success");
	return result;
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

function sendFile({ file }: Endpoint, response: Response, { name, bytes }: GivenFile): void {
	response
		.status(200)
		.type(file ?? "bin")
		.attachment(name)
		.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
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
	const params = knownParams(endpoint, request);
	if (params === undefined) throw notFound();
	return params;
}

function knownParams(endpoint: Endpoint, request: Request): Record<string, string> | undefined {
	if (!endpoint.params) return {};
	const parsed = endpoint.params.safeParse(request.params);
	return parsed.success ? (parsed.data as Record<string, string>) : undefined;
}

/** What an open route does as a job can be traced to its request. */
function tracedTo(frame: Services["frame"], origin: { client: string; requestId: string }): Services["frame"] {
	return { ...frame, asJob: (job, work) => frame.asJob({ ...origin, ...job }, work) };
}

function parsedInput(endpoint: Endpoint, request: Request, params: Record<string, string>) {
	// What could not be read as JSON is kept until here, so that this attempt leaves its entry too.
	const { unreadable } = request as Request & { unreadable?: unknown };
	if (unreadable !== undefined) throw unreadable;
	return {
		params,
		query: endpoint.query ? parse(endpoint.query, request.query) : undefined,
		body: endpoint.body ? parse(endpoint.body, request.body ?? {}) : undefined,
	} as never;
}

function deedOf(route: Exclude<Route, { kind: "open" }>, request: Request, params: Record<string, string>): Deed {
	const { endpoint } = route;
	const { audit } = endpoint;
	const onBehalfOf = audit.onBehalfOf && (request.body as Record<string, unknown> | undefined)?.[audit.onBehalfOf];
	const [familyId, objectId] = ["familyId", Object.keys(params).findLast((name) => name !== "familyId")].map((name) =>
		name === undefined ? undefined : params[name],
	);
	return {
		event: `${endpoint.method} ${endpoint.path}${criteriaOf(audit.criteria ?? [], request)}`,
		action: audit.action,
		object: audit.object,
		right: endpoint.right as Deed["right"],
		...(familyId !== undefined && { familyId }),
		...(objectId !== undefined && isUuid(objectId) && { objectId }),
		...(endpoint.quiet && { quiet: true }),
		...(route.kind === "actor" && route.list && { list: route.list }),
		...(typeof onBehalfOf === "string" && isUuid(onBehalfOf) && { onBehalfOf }),
		...(audit.recipient && { recipient: audit.recipient }),
	};
}

/** What was searched for, as far as it is an identifier, a day or a word of a list. */
function criteriaOf(names: readonly string[], request: Request): string {
	return names
		.map((name) => [name, request.query[name]] as const)
		.filter((pair): pair is [string, string] => typeof pair[1] === "string" && /^[\w-]{1,40}$/.test(pair[1]))
		.map(([name, value]) => ` ${name}=${value}`)
		.join("");
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
