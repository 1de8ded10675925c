import * as ageTasks from "@samenplan/contract/age-tasks";
import { type Route, route } from "../http/route.ts";
import { doAgeTask, listAgeTasks } from "./list-age-tasks.ts";

export const ageTaskRoutes: Route[] = [route(ageTasks.listAgeTasks, listAgeTasks), route(ageTasks.doAgeTask, doAgeTask)];
