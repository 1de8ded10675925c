import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Plugin } from "vite";

/**
 * Takes the messages apart while building, so that the browser needs no parser for them (7 kB less in the first load). Only for
 * the build: in development and in tests messages are parsed as they are shown.
 */
export function compiledMessages(): Plugin {
	return {
		name: "samenplan:compiled-messages",
		apply: "build",
		enforce: "pre",
		config: () => ({
			resolve: {
				alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: "@formatjs/icu-messageformat-parser/no-parser.js" }],
			},
		}),
		async load(id) {
			if (!/packages\/language\/src\/messages\/\w+\/[\w.-]+\.ts$/.test(id)) return null;
			this.addWatchFile(id);
			const require = createRequire(id);
			const { parse } = await import(pathToFileURL(require.resolve("@formatjs/icu-messageformat-parser")).href);
			const module = (await import(pathToFileURL(id).href)) as Record<string, Record<string, string>>;
			return Object.entries(module)
				.map(([name, messages]) => {
					const parts = Object.entries(messages).map(([key, message]) => {
						const taken = parse(message, { captureLocation: false });
						// Plain words stay words, which is shorter; `lib/messages.ts` wraps them.
						const [only, ...others] = taken;
						return [key, only?.type === 0 && others.length === 0 ? only.value : taken];
					});
					return `export const ${name} = ${JSON.stringify(Object.fromEntries(parts))};`;
				})
				.join("\n");
		},
	};
}
