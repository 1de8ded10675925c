import * as contacts from "@samenplan/contract/contacts";
import { type Route, route } from "../http/route.ts";
import { changeContact, removeContact } from "./change-contact.ts";
import { recordContact } from "./record-contact.ts";

/** Moments of contact with the family. */
export const contactRoutes: Route[] = [
	route(contacts.recordContact, recordContact),
	route(contacts.changeContact, changeContact),
	route(contacts.removeContact, removeContact),
];
