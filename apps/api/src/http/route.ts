import type { Endpoint, EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type { Request, Response } from "express";
import type { Actor, ActorTx, Caller, FamilyList, Frame } from "./as-actor.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { LiveStreams } from "./live.ts";

/** What routes without an actor (sign-in, health) and jobs may use. */
export type Services = { frame: Frame; clock: Clock; config: Config; live: LiveStreams };

export type OpenContext = {
	services: Services;
	request: Request;
	response: Response;
	/** Of a signed-in caller on an open route such as signing out. */
	caller?: Caller;
	client: string;
	requestId: string;
};

export type UseCase<E extends Endpoint> = (tx: ActorTx, input: EndpointParsed<E>, services: Services) => Promise<EndpointResponse<E>>;
export type OpenUseCase<E extends Endpoint> = (input: EndpointParsed<E>, context: OpenContext) => Promise<EndpointResponse<E>>;

/** What a deed on accounts knows of who does it. */
export type AccountContext = OpenContext & { caller: Caller; actor: Actor };
export type AccountDeed<E extends Endpoint> = (input: EndpointParsed<E>, context: AccountContext) => Promise<EndpointResponse<E>>;

export type Route =
	| { kind: "actor"; endpoint: Endpoint; useCase: UseCase<Endpoint>; list?: FamilyList; sendsText: boolean; answersOnce?: boolean }
	| { kind: "file"; endpoint: Endpoint; useCase: UseCase<Endpoint>; make: (content: unknown) => Promise<GivenFile> }
	| { kind: "account"; endpoint: Endpoint; useCase: AccountDeed<Endpoint> }
	| { kind: "open"; endpoint: Endpoint; useCase: OpenUseCase<Endpoint> }
	| { kind: "stream"; endpoint: Endpoint; of: "family" | "reviews" };

/**
 * A route for somebody signed in: the frame opens the transaction, checks the right of the contract and writes the audit entry;
 * the use case contains only its rule. `list` says which families a path without a family may touch. `answersOnce`: the answer
 * holds a secret, so it is not kept for a request that is sent again; that one is answered with a conflict.
 */
export function route<E extends Endpoint>(
	endpoint: E,
	useCase: UseCase<E>,
	options: { list?: FamilyList; answersOnce?: boolean } = {},
): Route {
	return { kind: "actor", endpoint, useCase: useCase as unknown as UseCase<Endpoint>, sendsText: false, ...options };
}

/** As {@link route}, for the hottest reads: the use case returns the JSON text that PostgreSQL made. */
export function textRoute<E extends Endpoint>(
	endpoint: E,
	useCase: (tx: ActorTx, input: EndpointParsed<E>, services: Services) => Promise<string>,
	options: { list?: FamilyList } = {},
): Route {
	return { kind: "actor", endpoint, useCase: useCase as unknown as UseCase<Endpoint>, sendsText: true, ...options };
}

/** A route that anyone may call; it reaches the database through `services.frame.asJob` only. */
export function openRoute<E extends Endpoint>(endpoint: E & { right: "public" }, useCase: OpenUseCase<E>): Route {
	return { kind: "open", endpoint, useCase: useCase as unknown as OpenUseCase<Endpoint> };
}

/** A file that leaves the system. Its name is read by whoever sees somebody's downloads, so it says nothing of a family. */
export type GivenFile = { name: string; bytes: Uint8Array };

/**
 * As {@link route}, for a file. The use case reads what is in it; it is made after the transaction, when the entry that it was given
 * out is kept, so that no connection waits for it.
 */
export function fileRoute<E extends Endpoint & { file: string }, Content>(
	endpoint: E,
	useCase: (tx: ActorTx, input: EndpointParsed<E>, services: Services) => Promise<Content>,
	make: (content: Content) => Promise<GivenFile>,
): Route {
	return {
		kind: "file",
		endpoint,
		useCase: useCase as unknown as UseCase<Endpoint>,
		make: make as (content: unknown) => Promise<GivenFile>,
	};
}

/**
 * A route for somebody signed in whose deed reaches what row-level security keeps from them (codes, counted guesses, sessions, the
 * account of a colleague). The frame checks the right and writes the entry first; then the deed runs as the job `accounts`, which
 * may refuse without losing what it counted. It says itself whose rows it means. Never kept for a request that is sent again.
 */
export function accountRoute<E extends Endpoint>(endpoint: E, useCase: AccountDeed<E>): Route {
	return { kind: "account", endpoint, useCase: useCase as unknown as AccountDeed<Endpoint> };
}

/** The live stream of a family, or of the queue of scientists in the organisation of who listens. */
export function streamRoute(endpoint: Endpoint, of: "family" | "reviews" = "family"): Route {
	return { kind: "stream", endpoint, of };
}
