import * as people from "@samenplan/contract/people";
import { type Route, route } from "../http/route.ts";
import { addPerson } from "./add-person.ts";
import { changePerson } from "./change-person.ts";
import { endPerson, returnPerson } from "./end-person.ts";
import { invitePerson } from "./invite-person.ts";
import { withdrawInvitation } from "./withdraw-invitation.ts";

export const personRoutes: Route[] = [
	route(people.addPerson, addPerson),
	route(people.changePerson, changePerson),
	route(people.endPerson, endPerson),
	route(people.returnPerson, returnPerson),
	route(people.invitePerson, invitePerson, { answersOnce: true }),
	route(people.withdrawInvitation, withdrawInvitation),
];
