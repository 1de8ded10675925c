import type { Endpoint } from "@samenplan/contract/endpoint";
import { problem } from "@samenplan/contract/problem";
import { z } from "zod";

/** The OpenAPI 3.1 document of a table of endpoints; `x-right` says which right each needs. */
export function openApi(endpoints: readonly Endpoint[]): Record<string, unknown> {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const endpoint of endpoints) {
		paths[endpoint.path] ??= {};
		(paths[endpoint.path] as Record<string, unknown>)[endpoint.method] = operation(endpoint);
	}
	return {
		openapi: "3.1.0",
		info: { title: "Samenplan", version: "1", description: "One family, one plan, one coordinator." },
		components: {
			securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
			schemas: { Problem: schema(problem, "output") },
		},
		paths,
	};
}

function operation(endpoint: Endpoint) {
	const status = String(endpoint.status ?? (endpoint.response ? 200 : 204));
	return {
		summary: endpoint.summary,
		"x-right": endpoint.right,
		"x-audit": `${endpoint.audit.action} ${endpoint.audit.object}`,
		...(endpoint.right !== "public" && { security: [{ bearer: [] }] }),
		parameters: [...parameters(endpoint.params, "path"), ...parameters(endpoint.query, "query")],
		...(endpoint.body && { requestBody: { required: true, content: { "application/json": { schema: schema(endpoint.body, "input") } } } }),
		responses: {
			[status]: {
				description: "Done",
				...(endpoint.file
					? { content: { [endpoint.file]: { schema: { type: "string", format: "binary" } } } }
					: endpoint.response && { content: { "application/json": { schema: schema(endpoint.response, "output") } } }),
			},
			default: { description: "A problem", content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } } },
		},
	};
}

function parameters(shape: z.ZodType | undefined, where: "path" | "query") {
	if (!shape) return [];
	const { properties = {}, required = [] } = schema(shape, "input") as { properties?: Record<string, unknown>; required?: string[] };
	return Object.entries(properties).map(([name, of]) => ({
		name,
		in: where,
		required: where === "path" || required.includes(name),
		schema: of,
	}));
}

function schema(shape: z.ZodType, io: "input" | "output"): Record<string, unknown> {
	const { $schema: _, ...rest } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as Record<string, unknown>;
	return rest;
}
