import * as milestones from "@samenplan/contract/milestones";
import { type Route, route } from "../http/route.ts";
import { editMilestone, removeMilestone, writeMilestone } from "./write-milestone.ts";

/** Milestones in a child's life. */
export const milestoneRoutes: Route[] = [
	route(milestones.writeMilestone, writeMilestone),
	route(milestones.editMilestone, editMilestone),
	route(milestones.removeMilestone, removeMilestone),
];
