import * as goals from "@samenplan/contract/goals";
import { type Route, route } from "../http/route.ts";
import { addAction } from "./add-action.ts";
import { editAction, removeAction } from "./edit-action.ts";
import { editGoal } from "./edit-goal.ts";
import { moveGoal } from "./move-goal.ts";
import { orderGoals } from "./order-goals.ts";
import { proposeGoal } from "./propose-goal.ts";
import { reportAction } from "./report-action.ts";

export const goalRoutes: Route[] = [
	route(goals.proposeGoal, proposeGoal),
	route(goals.editGoal, editGoal),
	route(goals.moveGoal, moveGoal),
	route(goals.orderGoals, orderGoals),
	route(goals.addAction, addAction),
	route(goals.editAction, editAction),
	route(goals.removeAction, removeAction),
	route(goals.reportAction, reportAction),
];
