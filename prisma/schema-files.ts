import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder that holds schema.prisma, models/ and migrations/. */
export const prismaFolder = import.meta.dirname;

export interface SchemaFile {
	/** Path inside the prisma folder, always with forward slashes. */
	path: string;
	content: string;
}

/**
 * Reads the schema as it is on disk: schema.prisma and every models/*.prisma, in a fixed order, so that equal schemas always
 * give equal text.
 */
export function readSchemaFiles(folder: string = prismaFolder): SchemaFile[] {
	const models = readdirSync(join(folder, "models"))
		.filter((name) => name.endsWith(".prisma"))
		.sort()
		.map((name) => `models/${name}`);
	return ["schema.prisma", ...models].map((path) => ({ path, content: readFileSync(join(folder, path), "utf8") }));
}

/** The whole schema as one text; a valid Prisma schema by itself. */
export function combineSchema(files: readonly SchemaFile[]): string {
	return files.map((file) => `// ${file.path}\n${file.content.trim()}\n`).join("\n");
}
