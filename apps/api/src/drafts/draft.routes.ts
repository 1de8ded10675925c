import * as drafts from "@samenplan/contract/drafts";
import { type Route, route } from "../http/route.ts";
import { keepDraft } from "./keep-draft.ts";

/** Words that somebody is still writing. */
export const draftRoutes: Route[] = [route(drafts.keepDraft, keepDraft)];
