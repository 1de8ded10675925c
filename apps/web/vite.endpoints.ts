import { readFile, stat } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

/**
 * Keeps zod out of the first load. A page needs of an endpoint only method, path and whether it gives a file; its schemas are for the server. So each
 * file of the contract that declares endpoints becomes plain data here, and whatever is not plain data (schemas, functions) is
 * passed on from the file itself, where only a page that really uses it brings it in.
 *
 * Decided 2026-11: the design has one contract for both sides; measured, zod alone took 22 of the 120 kB of the family's home.
 */
export function endpointsOnly(): Plugin {
	const whole = "?whole";
	return {
		name: "samenplan:endpoints-only",
		enforce: "pre",
		async resolveId(source, importer, options) {
			if (!source.endsWith(whole)) return null;
			const found = await this.resolve(source.slice(0, -whole.length), importer, { ...options, skipSelf: true });
			return found && { id: found.id + whole, moduleSideEffects: false };
		},
		async load(id) {
			if (id.endsWith(whole)) {
				const file = id.slice(0, -whole.length);
				this.addWatchFile(file);
				return readFile(file, "utf8");
			}
			if (!/packages\/contract\/src\/[\w-]+\.ts$/.test(id)) return null;
			const source = await readFile(id, "utf8");
			if (!/from "zod"|from 'zod'/.test(source) || /endpoint\.ts$/.test(id)) return null;
			this.addWatchFile(id);
			const { mtimeMs } = await stat(id);
			const module = (await import(`${pathToFileURL(id).href}?at=${mtimeMs}`)) as Record<string, unknown>;
			const rest: string[] = [];
			const lines: string[] = [];
			for (const [name, value] of Object.entries(module)) {
				if (isEndpoint(value)) {
					const { method, path, file } = value;
					lines.push(`export const ${name} = ${JSON.stringify({ method, path, file })};`);
				} else if (isPlainList(value)) lines.push(`export const ${name} = ${JSON.stringify(value)};`);
				else rest.push(name);
			}
			if (rest.length > 0) lines.push(`export { ${rest.join(", ")} } from ${JSON.stringify(id + whole)};`);
			return { code: lines.join("\n"), moduleSideEffects: false };
		},
	};
}

function isEndpoint(value: unknown): value is { method: string; path: string; file?: string } {
	return typeof value === "object" && value !== null && "method" in value && "path" in value && "right" in value;
}

function isPlainList(value: unknown): boolean {
	return Array.isArray(value) && value.every((one) => typeof one === "string" || typeof one === "number");
}
