import * as recoveries from "@samenplan/contract/recoveries";
import { type Route, route } from "../http/route.ts";
import { askEmployeeRecovery, askRecovery } from "./ask-recovery.ts";
import { decideRecovery } from "./decide-recovery.ts";
import { listFamilyRecoveries, listRecoveries } from "./list-recoveries.ts";
import { listMyRecoveries, stopMyRecovery } from "./my-recoveries.ts";

export const recoveryRoutes: Route[] = [
	route(recoveries.askRecovery, askRecovery),
	route(recoveries.listFamilyRecoveries, listFamilyRecoveries),
	route(recoveries.askEmployeeRecovery, askEmployeeRecovery),
	route(recoveries.listRecoveries, listRecoveries),
	route(recoveries.decideRecovery, decideRecovery),
	route(recoveries.listMyRecoveries, listMyRecoveries),
	route(recoveries.stopMyRecovery, stopMyRecovery),
];
