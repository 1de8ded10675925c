import type { Endpoint, EndpointInput, EndpointResponse } from "@samenplan/contract/endpoint";
import { HttpResponse, http, type RequestHandler } from "msw";

/**
 * An msw handler for an endpoint of the contract. Request and answer are held to the contract: a screen that sends or expects
 * something else fails its test.
 */
export function answering<E extends Endpoint>(
	endpoint: E,
	answer: (input: EndpointInput<E>) => EndpointResponse<E> | Promise<EndpointResponse<E>>,
): RequestHandler {
	const path = `*${endpoint.path.replace(/\{(\w+)\}/g, ":$1")}`;
	return http[endpoint.method](path, async ({ request, params }) => {
		try {
			const input = {
				params: endpoint.params?.parse(params),
				query: endpoint.query?.parse(Object.fromEntries(new URL(request.url).searchParams)),
				body: endpoint.body?.parse(await request.json()),
			} as EndpointInput<E>;
			const body = await answer(input);
			if (!endpoint.response) return new HttpResponse(null, { status: endpoint.status ?? 204 });
			return HttpResponse.json(endpoint.response.parse(body) as never, { status: endpoint.status ?? 200 });
		} catch (offContract) {
			return HttpResponse.json({ code: "unexpected", title: String(offContract) }, { status: 500 });
		}
	});
}
