import * as myData from "@samenplan/contract/my-data";
import { type Route, route } from "../http/route.ts";
import { exportForMe } from "./give-out.ts";
import { readMyData } from "./own-data.ts";

export const myDataRoutes: Route[] = [route(myData.readMyData, readMyData), route(myData.readMyExport, exportForMe)];
