import * as families from "@samenplan/contract/families";
import { type Route, route } from "../http/route.ts";
import { addHousehold, changeHousehold, removeHousehold } from "./households.ts";
import { removeKinship, setKinship } from "./kinship.ts";
import { nameFamily } from "./name-family.ts";
import { openFamily } from "./open-family.ts";
import { readOwnPart } from "./read-own-part.ts";
import { recordAuthority } from "./record-authority.ts";

export const familyRoutes: Route[] = [
	route(families.listFamilies, (tx) => tx.db.family.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } }), {
		list: "seen",
	}),
	route(families.openFamily, openFamily),
	route(families.nameFamily, nameFamily),
	route(families.readOwnPart, (tx) => readOwnPart(tx)),
	route(families.addHousehold, addHousehold),
	route(families.changeHousehold, changeHousehold),
	route(families.removeHousehold, removeHousehold),
	route(families.setKinship, setKinship),
	route(families.removeKinship, removeKinship),
	route(families.recordAuthority, recordAuthority),
];
