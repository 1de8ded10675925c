/**
 * Who may import whom. Each rule says why, so that a refused import explains itself.
 * Nouns are the folders of apps/api/src and apps/web/src that are named after a word of the field (goals, families, steps/help).
 */
const TEST_FILES = "\\.test\\.tsx?$|\\.fixtures?\\.ts$|(^|/)test-[^/]+\\.tsx?$";
const PURE = "^packages/(access|contract|plan-rules|language|knowledge)/";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: "no-circles",
			comment: "Two files that need each other cannot be understood or changed apart. Sharing only a type is fine.",
			severity: "error",
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
		},
		{
			name: "packages-know-no-app",
			comment: "Packages are shared; they never import an application, the launcher or the journeys.",
			severity: "error",
			from: { path: "^packages/" },
			to: { path: "^(apps|e2e)/" },
		},
		{
			name: "pure-packages-do-no-io",
			comment: "Rules, access, contract, words and knowledge run in the browser too and are tested without anything around them.",
			severity: "error",
			from: { path: PURE, pathNot: `${TEST_FILES}|vitest\\.config\\.ts$|^packages/contract/src/(msw|mocks?)` },
			to: {
				path: "^(node:)?(fs|net|http|https|http2|child_process|os|dns|tls|dgram|worker_threads|cluster|path|process)(/|$)|node_modules/(pg|express|nodemailer|@prisma|graphile-worker|react|react-dom)/|^prisma/",
			},
		},
		{
			name: "web-knows-no-server",
			comment: "What the browser loads must never hold server code; the contract is all they share.",
			severity: "error",
			from: { path: "^apps/web/" },
			to: { path: "^(apps/api|apps/launcher|prisma|packages/testing)/", pathNot: "^packages/testing/src/(builders|clock|msw)" },
		},
		{
			name: "api-knows-no-web",
			comment: "The API serves the built pages as files and knows nothing of their source.",
			severity: "error",
			from: { path: "^apps/api/" },
			to: { path: "^apps/(web|launcher)/" },
		},
		{
			name: "frame-knows-no-noun",
			comment: "apps/api/src/http is the frame: no word of the field in it.",
			severity: "error",
			from: { path: "^apps/api/src/http/", pathNot: TEST_FILES },
			to: { path: "^apps/api/src/", pathNot: "^apps/api/src/http/" },
		},
		{
			name: "only-the-frame-connects",
			comment: "A database connection outside the frame could skip the actor, and with it access and audit. Types are fine.",
			severity: "error",
			from: { path: "^apps/api/src/", pathNot: `^apps/api/src/(http|proof)/|${TEST_FILES}` },
			to: {
				path: "node_modules/(pg|@prisma/client|@prisma/adapter-pg|@prisma/driver-adapter-utils)/|^prisma/client/client\\.ts$",
				dependencyTypesNot: ["type-only"],
			},
		},
		{
			name: "routes-are-an-end",
			comment: "Routes call use cases; another noun imports the use case or the query, never the routes.",
			severity: "error",
			from: { path: "^apps/api/src/([^/]+)/", pathNot: TEST_FILES },
			to: { path: "^apps/api/src/.+\\.routes\\.ts$", pathNot: "^apps/api/src/$1/" },
		},
		{
			name: "web-parts-know-no-noun",
			comment: "ui/ and lib/ are for every noun alike, so they know none, and not the app either.",
			severity: "error",
			from: { path: "^apps/web/src/(ui|lib)/", pathNot: TEST_FILES },
			to: { path: "^apps/web/src/", pathNot: "^apps/web/src/(ui|lib)/" },
		},
		{
			name: "product-knows-no-test",
			comment:
				"Test files and the testing package stay out of what runs for families. The launcher starts the same embedded database; the folder of proofs runs in tests only.",
			severity: "error",
			from: {
				path: "^(apps/(api|web)|packages/(access|contract|plan-rules|language|knowledge)|prisma/(?!seed/))",
				pathNot: `${TEST_FILES}|vitest\\.(config|setup)|(^|/)(test|testing)/|^apps/api/src/proof/`,
			},
			to: {
				path: `${TEST_FILES}|^packages/testing/|node_modules/(vitest|msw|fast-check|@testing-library)/`,
				pathNot: "^node_modules/.*/msw/.*d\\.ts$",
			},
		},
		{
			name: "everything-is-found",
			comment: "An import that leads nowhere, or to a package that package.json does not name.",
			severity: "error",
			from: {},
			to: { couldNotResolve: true, pathNot: "^(virtual:|/)" },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		exclude: { path: "(^|/)(dist|client|\\.turbo|\\.output)/" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.base.json" },
		enhancedResolveOptions: {
			exportsFields: ["exports"],
			conditionNames: ["import", "node", "default", "types"],
			extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json"],
		},
		cache: false,
	},
};
