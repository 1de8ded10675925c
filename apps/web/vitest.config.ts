import { inBrowserLikeDom } from "@samenplan/config/vitest";
import react from "@vitejs/plugin-react";
import { mergeConfig } from "vitest/config";

export default mergeConfig(inBrowserLikeDom, { plugins: [react()] });
