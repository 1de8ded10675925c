import { defineConfig } from "prisma/config";

/** Lets Prisma's own commands (format, validate) find the schema folder. Migrations are run by migrate.ts. */
export default defineConfig({
	schema: ".",
	migrations: { path: "migrations" },
});
