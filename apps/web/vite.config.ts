import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { endpointsOnly } from "./vite.endpoints.ts";
import { compiledMessages } from "./vite.messages.ts";

export default defineConfig({
	plugins: [endpointsOnly(), compiledMessages(), react(), tailwindcss()],
	server: { port: 5173, strictPort: true, proxy: { "/api": { target: "http://127.0.0.1:4000", changeOrigin: false } } },
	build: {
		outDir: "dist",
		target: "es2022",
		// The content policy allows files of our own origin only: no data: fonts or pictures.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		cssCodeSplit: false,
		reportCompressedSize: false,
		// What every page needs comes in one file: many small ones compress worse and wait for each other.
		rolldownOptions: {
			output: {
				codeSplitting: {
					groups: [
						{
							name: "frame",
							test: /node_modules\/(?:\.pnpm\/)?(?:react|react-dom|scheduler|react-router|react-intl|@formatjs|intl-messageformat|@tanstack|eventsource-parser)[@+/]|src\/(?:lib|app)\/(?!professional|find-family|start-page)|ui\/(?:button|notice|problem-notice|dialog|toast|announce|layout|card)\.tsx/,
						},
					],
				},
			},
		},
	},
});
