import { isLogObject } from "@samenplan/contract/log-objects";
import type { Say } from "../../lib/text.tsx";

/** What an entry of the log was about, in words; empty for what is no longer known. */
export const objectWords = (object: string, say: Say): string => (isLogObject(object) ? say(`audit.object.${object}`) : "");
