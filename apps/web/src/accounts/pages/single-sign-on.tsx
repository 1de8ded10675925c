import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { proposeSignInService, readSignInService, removeSignInService } from "@samenplan/contract/single-sign-on";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useAbility } from "../../lib/me.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ProposedService, ServiceFacts } from "../parts/proposed-service.tsx";
import { WayProblem } from "../parts/way-problem.tsx";
import "../sign-in.css";

type Shown = EndpointResponse<typeof readSignInService>;
const serviceQuery = queryOptions({
	queryKey: ["organisation", "sign-in-service"],
	queryFn: ({ signal }) => call(readSignInService, { signal }),
});

/** The organisation's own sign-in service: an administrator proposes it, somebody else confirms. */
export default function SingleSignOnPage() {
	const say = useText();
	const ofAccounts = useAbility("accounts.read");
	const queries = useQueryClient();
	const { data, error, refetch } = useQuery(serviceQuery);
	const again = () => void queries.invalidateQueries({ queryKey: serviceQuery.queryKey });
	return (
		<Page width="text">
			<PageTitle
				title={say("accounts.service.title")}
				intro={<Text id="accounts.service.intro" />}
				back={ofAccounts ? { to: "/accounts", label: say("accounts.list.title") } : undefined}
			/>
			{error ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : data ? (
				<>
					{data.proposed ? <ProposedService proposed={data.proposed} inForce={data.service !== null} onDone={again} /> : null}
					<InForce service={data.service} onDone={again} />
					<Propose key={`${data.service?.version ?? 0} ${data.proposed?.id ?? ""}`} shown={data} onDone={again} />
				</>
			) : (
				<Loading />
			)}
		</Page>
	);
}

/** What employees sign in with now; who may, turns it off at once. */
function InForce({ service, onDone }: { service: Shown["service"]; onDone: () => void }) {
	const say = useText();
	const may = useAbility("organisation.write");
	const [removing, setRemoving] = useState(false);
	const remove = useMutation({
		mutationFn: () => call(removeSignInService),
		onSuccess: () => {
			setRemoving(false);
			toast({ words: say("accounts.service.removed") });
			onDone();
		},
	});
	return (
		<Section title={say("accounts.service.now")}>
			{service ? (
				<ServiceFacts
					facts={[
						[say("accounts.service.issuer"), service.issuer],
						[say("accounts.service.client"), service.clientId],
					]}
				/>
			) : (
				<p>{say("accounts.service.none")}</p>
			)}
			{service && may ? (
				<div>
					<Button look="soft" onClick={() => setRemoving(true)}>
						{say("accounts.service.remove")}
					</Button>
				</div>
			) : null}
			<ConfirmDialog
				open={removing}
				onClose={() => setRemoving(false)}
				title={say("accounts.service.remove-ask")}
				confirm={say("accounts.service.remove")}
				danger
				pending={remove.isPending}
				onConfirm={() => remove.mutate()}
				error={remove.error ? <ProblemNotice error={remove.error} /> : null}
			>
				<Text id="accounts.service.remove-words" />
			</ConfirmDialog>
		</Section>
	);
}

/** Only when nothing is proposed yet, and somebody else could confirm it. */
function Propose({ shown: { returnAddress, service, proposed, second }, onDone }: { shown: Shown; onDone: () => void }) {
	const say = useText();
	const may = useAbility("organisation.write");
	const form = useSavingForm({
		defaultValues: { issuer: service?.issuer ?? "", clientId: service?.clientId ?? "", secret: "" },
		save: ({ issuer, clientId, secret }) =>
			call(proposeSignInService, { body: { issuer, clientId, secret: secret || null, version: service?.version ?? null } }),
		onSaved: () => {
			toast({ words: say("accounts.service.saved") });
			onDone();
		},
	});
	if (!may || proposed) return null;
	if (!second)
		return (
			<Notice kind="info" title={say("accounts.service.nobody-else")}>
				<p>
					<Text id="accounts.service.nobody-else-words" />
				</p>
			</Notice>
		);
	return (
		<Section
			title={say(service ? "accounts.service.change" : "accounts.service.set-up")}
			intro={<Text id="accounts.service.change-words" />}
		>
			<ServiceFacts facts={[[say("accounts.service.return"), returnAddress]]} />
			<p className="sp-hint">
				<Text id="accounts.service.return-words" />
			</p>
			{form.problem ? <WayProblem error={form.problem} /> : null}
			<Form form={{ ...form, problem: undefined }} submit={say("accounts.service.propose")} label={say("accounts.service.title")}>
				<TextField
					label={say("accounts.service.issuer")}
					hint={say("accounts.service.issuer-hint")}
					type="url"
					autoComplete="off"
					{...form.field("issuer")}
				/>
				<TextField label={say("accounts.service.client")} autoComplete="off" {...form.field("clientId")} />
				<TextField
					label={say("accounts.service.secret")}
					hint={service ? say("accounts.service.secret-kept") : undefined}
					type="password"
					autoComplete="off"
					{...form.field("secret")}
				/>
			</Form>
		</Section>
	);
}
