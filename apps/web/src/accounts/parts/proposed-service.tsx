import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { confirmSignInService, type readSignInService, withdrawSignInService } from "@samenplan/contract/single-sign-on";
import { momentInWords } from "@samenplan/language/dates";
import { useMutation } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { WayProblem } from "./way-problem.tsx";

type Proposed = NonNullable<EndpointResponse<typeof readSignInService>["proposed"]>;

/** What somebody proposes for signing in, and what the reader can do with it: confirm or refuse, or take back what is their own. */
export function ProposedService({ proposed, inForce, onDone }: { proposed: Proposed; inForce: boolean; onDone: () => void }) {
	const say = useText();
	const { locale } = useIntl();
	const { id: proposalId, issuer, clientId, newSecret, by, at, mine, mayConfirm } = proposed;
	const confirm = useMutation({
		mutationFn: () => call(confirmSignInService, { params: { proposalId } }),
		onSuccess: () => toast({ words: say("accounts.service.confirmed") }),
		onSettled: onDone,
	});
	const withdraw = useMutation({
		mutationFn: () => call(withdrawSignInService, { params: { proposalId } }),
		onSuccess: () => toast({ words: say(mine ? "accounts.service.withdrawn" : "accounts.service.refused") }),
		onSettled: onDone,
	});
	const problem = confirm.error ?? withdraw.error;
	return (
		<Section
			title={say(mine ? "accounts.service.proposed-mine" : "accounts.service.proposed")}
			intro={say(mine ? "accounts.service.proposed-mine-words" : "accounts.service.proposed-words", {
				by,
				when: momentInWords(at, locale),
			})}
		>
			<ServiceFacts
				facts={[
					[say("accounts.service.issuer"), issuer],
					[say("accounts.service.client"), clientId],
					[say("accounts.service.secret"), say(newSecret ? "accounts.service.secret-new" : "accounts.service.secret-same")],
				]}
			/>
			<p className="sp-hint">{say(inForce ? "accounts.service.until-then" : "accounts.service.until-then-none")}</p>
			{mine || mayConfirm ? null : (
				<Notice kind="info">
					<Text id="accounts.service.not-you" />
				</Notice>
			)}
			{mayConfirm ? (
				<Notice kind="warning">
					<Text id="accounts.service.check-first" values={{ by }} />
				</Notice>
			) : null}
			{problem ? <WayProblem error={problem} /> : null}
			<Row gap="sm">
				{mayConfirm ? (
					<Button pending={confirm.isPending} onClick={() => confirm.mutate()}>
						{say("accounts.service.confirm")}
					</Button>
				) : null}
				<Button look={mayConfirm ? "soft" : "quiet"} pending={withdraw.isPending} onClick={() => withdraw.mutate()}>
					{say(mine ? "accounts.service.withdraw" : "accounts.service.refuse")}
				</Button>
			</Row>
		</Section>
	);
}

/** What is known of a service, a line each. */
export function ServiceFacts({ facts }: { facts: [string, string][] }) {
	return (
		<dl className="sp-service-facts">
			{facts.map(([what, value]) => (
				<div key={what}>
					<dt>{what}</dt>
					<dd>{value}</dd>
				</div>
			))}
		</dl>
	);
}
