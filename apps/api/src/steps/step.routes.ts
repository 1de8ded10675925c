import * as steps from "@samenplan/contract/steps";
import { type Route, route } from "../http/route.ts";
import { concludeStep } from "./conclude-step.ts";
import { reopenStep } from "./reopen-step.ts";
import { writeLoadCapacity } from "./strengths/write-load-capacity.ts";
import { editView, withdrawView } from "./views/edit-view.ts";
import { recordChildView, recordView, writeView } from "./views/write-view.ts";
import { writeStep } from "./write-step.ts";

export const stepRoutes: Route[] = [
	route(steps.writeStep, writeStep),
	route(steps.concludeStep, concludeStep),
	route(steps.reopenStep, reopenStep),
	route(steps.writeView, writeView),
	route(steps.recordView, recordView),
	route(steps.recordChildView, recordChildView),
	route(steps.editView, editView),
	route(steps.withdrawView, withdrawView),
	route(steps.writeLoadCapacity, writeLoadCapacity),
];
