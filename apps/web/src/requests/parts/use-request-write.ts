import type { Endpoint, EndpointInput, EndpointResponse } from "@samenplan/contract/endpoint";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";

/** A write of the privacy officer; afterwards the lists and the request are read anew. */
export function useOfficerWrite<E extends Endpoint>(endpoint: E) {
	const queries = useQueryClient();
	return useMutation<EndpointResponse<E>, Error, EndpointInput<E>>({
		mutationFn: (input) => (call as (endpoint: E, input: EndpointInput<E>) => Promise<EndpointResponse<E>>)(endpoint, input),
		onSettled: () =>
			Promise.all([queries.invalidateQueries({ queryKey: ["requests"] }), queries.invalidateQueries({ queryKey: ["retention"] })]),
	});
}
