import { createRequire } from "node:module";
import { defineConfig, type ViteUserConfig } from "vitest/config";

/**
 * Every run is the same: no test is silently left out (`only`), an empty run fails, and dates and sorting do not depend on the
 * machine's own settings.
 */
const common: NonNullable<ViteUserConfig["test"]> = {
	allowOnly: false,
	passWithNoTests: false,
	restoreMocks: true,
	env: { TZ: "UTC", NODE_ENV: "test" },
	testTimeout: 20_000,
	hookTimeout: 60_000,
};

/** Packages without a browser or a database. */
export const onNode: ViteUserConfig = defineConfig({
	test: { ...common, environment: "node", include: ["src/**/*.test.ts"] },
});

/** Packages whose tests use PostgreSQL: one cluster for the run, a cloned database for each test file. */
export const withDatabase: ViteUserConfig = defineConfig({
	test: {
		...common,
		environment: "node",
		include: ["src/**/*.test.ts"],
		pool: "forks",
		globalSetup: [resolveTesting("template-database")],
	},
});

/** React components in jsdom; the package adds its own plugins and setup files. */
export const inBrowserLikeDom: ViteUserConfig = defineConfig({
	test: { ...common, environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], css: false },
});

/** Journeys: whole stories in a real browser, one app per file, so few files at a time. */
export const journeys: ViteUserConfig = defineConfig({
	test: {
		...common,
		environment: "node",
		include: ["journeys/**/*.test.ts", "a11y/**/*.test.ts", "visual/**/*.test.ts"],
		pool: "forks",
		maxWorkers: 2,
		testTimeout: 120_000,
		hookTimeout: 120_000,
		globalSetup: [resolveTesting("template-database")],
	},
});

/**
 * The package itself does not depend on the testing package (that would be a circle): the package under test does. One that
 * does not use a database gets the bare name, which only matters to who uses it.
 */
function resolveTesting(name: string): string {
	const wanted = `@samenplan/testing/${name}`;
	try {
		return createRequire(`${process.cwd()}/package.json`).resolve(wanted);
	} catch {
		return wanted;
	}
}
