import { onNode } from "@samenplan/config/vitest";
import { mergeConfig } from "vitest/config";

/** Starting the whole of Samenplan takes a while on a busy machine. */
export default mergeConfig(onNode, { test: { testTimeout: 120_000 } });
