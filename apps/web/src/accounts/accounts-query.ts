import { listAccounts } from "@samenplan/contract/accounts";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

export type Account = EndpointResponse<typeof listAccounts>[number];
export const accountsQuery = queryOptions({ queryKey: ["accounts"], queryFn: ({ signal }) => call(listAccounts, { signal }) });
