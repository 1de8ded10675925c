import * as involvements from "@samenplan/contract/involvements";
import { declineInvitation } from "../accounts/invitation.ts";
import { openRoute, type Route, route } from "../http/route.ts";
import { listInvolvements } from "./list-involvements.ts";
import { acceptMyInvitation, declineMyInvitation, listMyInvitations } from "./my-invitations.ts";
import { endNetworkMember, inviteNetworkMember, inviteNetworkMemberAgain } from "./network-members.ts";
import { setInvolvement } from "./set-involvement.ts";

export const involvementRoutes: Route[] = [
	route(involvements.listInvolvements, listInvolvements),
	route(involvements.inviteNetworkMember, inviteNetworkMember, { answersOnce: true }),
	route(involvements.inviteNetworkMemberAgain, inviteNetworkMemberAgain, { answersOnce: true }),
	route(involvements.endNetworkMember, endNetworkMember),
	route(involvements.setInvolvement, setInvolvement),
	route(involvements.listMyInvitations, listMyInvitations),
	route(involvements.acceptMyInvitation, acceptMyInvitation),
	route(involvements.declineMyInvitation, declineMyInvitation),
	openRoute(involvements.declineInvitation, ({ params, body }, context) => declineInvitation(params.code, body.words, context)),
];
