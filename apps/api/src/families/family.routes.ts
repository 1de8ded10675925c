import * as families from "@samenplan/contract/families";
import { type Route, route } from "../http/route.ts";

export const familyRoutes: Route[] = [
	route(families.listFamilies, (tx) => tx.db.family.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }), { list: "mine" }),
];
