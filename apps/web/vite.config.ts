import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { endpointsOnly } from "./vite.endpoints.ts";

export default defineConfig({
	plugins: [endpointsOnly(), react(), tailwindcss()],
	server: { port: 5173, strictPort: true, proxy: { "/api": { target: "http://127.0.0.1:4000", changeOrigin: false } } },
	build: {
		outDir: "dist",
		target: "es2022",
		// The content policy allows files of our own origin only: no data: fonts or pictures.
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		cssCodeSplit: false,
		reportCompressedSize: false,
	},
});
