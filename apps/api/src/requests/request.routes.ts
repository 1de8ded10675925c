import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import * as myData from "@samenplan/contract/my-data";
import type { RequestLine } from "@samenplan/contract/requests";
import * as requests from "@samenplan/contract/requests";
import type { ActorTx } from "../http/as-actor.ts";
import { type Route, route } from "../http/route.ts";
import { exportForOfficer } from "../my-data/give-out.ts";
import {
	checkIdentity,
	destroyOnRequest,
	extendRequest,
	finishRequest,
	grantRequest,
	readRequest,
	refuseRequest,
} from "./handle-request.ts";
import { listMyRequests, makeRequest, withdrawRequest } from "./my-requests.ts";

/** A page of the requests of the organisation, open ones first, the first deadline first; names and days, no texts. */
async function listRequests(
	tx: ActorTx,
	{ query }: EndpointParsed<typeof requests.listRequests>,
): Promise<EndpointResponse<typeof requests.listRequests>> {
	const [row] = await tx.sql<{ lines: RequestLine[] }>({
		name: "page_of_privacy_requests",
		text: `select coalesce(json_agg(json_build_object('id', id, 'familyId', family_id, 'familyName', family_name, 'kind', kind, 'state', state,
				'askerName', asker_name, 'aboutName', about_name, 'recorded', recorded, 'receivedAt', received_at, 'dueOn', due_on,
				'extended', extended, 'partly', partly, 'onHold', on_hold, 'version', version) order by place), '[]') as lines
			from app.privacy_requests($1, $2)`,
		values: [query.after ?? null, query.limit + 1],
	});
	const lines = row?.lines ?? [];
	const shown = lines.slice(0, query.limit);
	return { requests: shown, next: lines.length > shown.length ? (shown.at(-1)?.id ?? null) : null };
}

export const requestRoutes: Route[] = [
	route(requests.listMyRequests, listMyRequests),
	route(requests.makeRequest, makeRequest),
	route(requests.withdrawRequest, withdrawRequest),
	route(requests.listRequests, listRequests),
	route(requests.readRequest, readRequest),
	route(requests.checkIdentity, checkIdentity),
	route(requests.extendRequest, extendRequest),
	route(requests.grantRequest, grantRequest),
	route(requests.refuseRequest, refuseRequest),
	route(requests.finishRequest, finishRequest),
	route(requests.destroyOnRequest, destroyOnRequest),
	route(myData.exportRequest, exportForOfficer),
];
