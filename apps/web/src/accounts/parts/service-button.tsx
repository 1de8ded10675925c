import { beginSingleSignOn } from "@samenplan/contract/single-sign-on";
import { useMutation } from "@tanstack/react-query";
import { Building2 } from "lucide-react";
import { useSearchParams } from "react-router";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { returnKey, safePlace } from "../sign-in.ts";

/** Signing in through the organisation's own service: the browser goes there and comes back. */
export function ServiceButton({ service }: { service: { organisationId: string; name: string } }) {
	const say = useText();
	const [search] = useSearchParams();
	const begin = useMutation({
		mutationFn: () => call(beginSingleSignOn, { body: { organisationId: service.organisationId } }),
		onSuccess: ({ address }) => {
			sessionStorage.setItem(returnKey, safePlace(search.get("to")));
			location.assign(address);
		},
	});
	return (
		<>
			<Button look="quiet" wide icon={<Building2 aria-hidden="true" />} pending={begin.isPending} onClick={() => begin.mutate()}>
				{say("sign-in.with-service", { organisation: service.name })}
			</Button>
			{begin.error ? <ProblemNotice error={begin.error} /> : null}
		</>
	);
}
