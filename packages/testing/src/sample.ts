import { z } from "zod";

type JsonSchema = {
	type?: string | string[];
	format?: string;
	enum?: unknown[];
	const?: unknown;
	properties?: Record<string, JsonSchema>;
	required?: string[];
	items?: JsonSchema;
	prefixItems?: JsonSchema[];
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
	allOf?: JsonSchema[];
	minimum?: number;
	maximum?: number;
	minItems?: number;
	pattern?: string;
};

/** How the strings of a sample are chosen: for free text, for example, something hostile. */
export type SampleOptions = { text?: string; id?: string };

/** A value of the right shape for a request schema; `text` stands wherever words are free. */
export function sampleOf(schema: z.ZodType, options: SampleOptions = {}): unknown {
	return sample(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema, options);
}

function sample(schema: JsonSchema, options: SampleOptions): unknown {
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return schema.enum[0];
	const choice = schema.anyOf ?? schema.oneOf;
	if (choice) return sample(choice.find((each) => each.type !== "null") ?? {}, options);
	if (schema.allOf) return sample(Object.assign({}, ...schema.allOf) as JsonSchema, options);
	const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
	switch (type) {
		case "object":
			return Object.fromEntries(Object.entries(schema.properties ?? {}).map(([key, of]) => [key, sample(of, options)]));
		case "array":
			if (schema.prefixItems) return schema.prefixItems.map((of) => sample(of, options));
			return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => sample(schema.items ?? {}, options));
		case "integer":
		case "number":
			return Math.max(schema.minimum ?? 1, Math.min(schema.maximum ?? 1, 1));
		case "boolean":
			return true;
		case "string":
			return text(schema, options);
		default:
			return options.text ?? "woorden";
	}
}

function text(schema: JsonSchema, options: SampleOptions): string {
	switch (schema.format) {
		case "uuid":
			return options.id ?? "019a0000-0000-7000-8000-00000000dead";
		case "date":
			return "2026-11-20";
		case "date-time":
			return "2026-11-20T10:00:00Z";
		case "email":
			return "iemand@demo.invalid";
		default:
			return schema.pattern === undefined ? (options.text ?? "woorden") : "123456";
	}
}
