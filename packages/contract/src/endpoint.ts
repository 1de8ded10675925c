import type { Right } from "@samenplan/access/rights";
import type { z } from "zod";

export type Method = "get" | "post" | "put" | "patch" | "delete";

/** What the audit entry of a call says was done (NEN 7513: create, read, update, delete, execute). */
export type AuditAction = "create" | "read" | "update" | "delete" | "execute";

/**
 * One endpoint of the API: the single source from which the Express handler, the typed client, the msw handlers and the
 * OpenAPI document follow.
 *
 * `right` is mandatory: an endpoint without one does not compile. `"public"` means anyone, `"signed-in"` any live account
 * about itself; every other right is looked up in the policy of `@samenplan/access`.
 */
export type Endpoint = {
	readonly method: Method;
	/** OpenAPI style: `/api/families/{familyId}/goals`. Family data always stands under `/api/families/{familyId}`. */
	readonly path: `/api/${string}`;
	/** One sentence: what the caller gets done. */
	readonly summary: string;
	readonly right: Right | "public" | "signed-in";
	readonly params?: z.ZodType;
	readonly query?: z.ZodType;
	readonly body?: z.ZodType;
	/** Left out: the answer is 204 without a body. */
	readonly response?: z.ZodType;
	/** The answer is a file of this kind, with `takenFile` as its response: what the client makes of it. */
	readonly file?: "application/pdf";
	/** Status of success; 200, or 204 when there is no response. */
	readonly status?: 200 | 201 | 204;
	/** The audit entry: what is done to which kind of object. */
	readonly audit: {
		readonly action: AuditAction;
		readonly object: string;
		/** The field of the body with the person in whose name it is done. */
		readonly onBehalfOf?: string;
		/** What is answered leaves the system (an export, a print): who gets it. `requester`: who made the request that is the object. */
		readonly recipient?: "self" | "requester";
		/** Fields of the query that the entry keeps: identifiers, days and words of a list, never what somebody typed. */
		readonly criteria?: readonly string[];
	};
	/**
	 * Nothing of it may reach the family, not even that something happened: open pages are not told that the family changed.
	 * What an endpoint like this logs keeps to objects of its own.
	 */
	readonly quiet?: boolean;
	/** The demo endpoints exist in demo mode only and are left out of the OpenAPI document otherwise. */
	readonly demo?: boolean;
};

/** A file as the client hands it over: the name under which it is kept says nothing of what is in it. */
export type TakenFile = { readonly name: string; readonly content: Blob };

/** Declares an endpoint and keeps the exact types of its parts. */
export function endpoint<const E extends Endpoint>(declared: E): E {
	return declared;
}

type Part<E, Name extends "params" | "query" | "body" | "response", Direction extends "input" | "output"> = E extends {
	readonly [name in Name]: infer S extends z.ZodType;
}
	? Direction extends "input"
		? z.input<S>
		: z.output<S>
	: undefined;

/** What a caller passes to an endpoint: only the parts it declares. */
export type EndpointInput<E extends Endpoint> = OnlyDeclared<{
	params: Part<E, "params", "input">;
	query: Part<E, "query", "input">;
	body: Part<E, "body", "input">;
}>;

/** What a use case receives after validation. */
export type EndpointParsed<E extends Endpoint> = {
	params: Part<E, "params", "output">;
	query: Part<E, "query", "output">;
	body: Part<E, "body", "output">;
};

/** What an endpoint answers; `undefined` for 204. */
export type EndpointResponse<E extends Endpoint> = Part<E, "response", "output">;

type OnlyDeclared<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] };
