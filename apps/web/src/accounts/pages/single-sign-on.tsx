import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { readSignInService, removeSignInService, setSignInService } from "@samenplan/contract/single-sign-on";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useAbility } from "../../lib/me.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WayProblem } from "../parts/way-problem.tsx";
import "../sign-in.css";

type Shown = EndpointResponse<typeof readSignInService>;
const serviceQuery = queryOptions({
	queryKey: ["organisation", "sign-in-service"],
	queryFn: ({ signal }) => call(readSignInService, { signal }),
});

/** The organisation's own sign-in service, for the administrator. */
export default function SingleSignOnPage() {
	const say = useText();
	const { data, error, refetch } = useQuery(serviceQuery);
	return (
		<Page width="text">
			<PageTitle
				title={say("accounts.service.title")}
				intro={<Text id="accounts.service.intro" />}
				back={{ to: "/accounts", label: say("accounts.list.title") }}
			/>
			{error ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : data ? (
				<Service key={data.service?.version ?? 0} shown={data} />
			) : (
				<Loading />
			)}
		</Page>
	);
}

function Service({ shown: { returnAddress, service } }: { shown: Shown }) {
	const say = useText();
	const may = useAbility("organisation.write");
	const queries = useQueryClient();
	const [removing, setRemoving] = useState(false);
	const again = () => queries.invalidateQueries({ queryKey: serviceQuery.queryKey });
	const form = useSavingForm({
		defaultValues: { issuer: service?.issuer ?? "", clientId: service?.clientId ?? "", secret: "" },
		save: ({ issuer, clientId, secret }) =>
			call(setSignInService, { body: { issuer, clientId, secret: secret || null, version: service?.version ?? null } }),
		onSaved: () => {
			toast({ words: say("accounts.service.saved") });
			void again();
		},
	});
	const remove = useMutation({
		mutationFn: () => call(removeSignInService),
		onSuccess: () => {
			setRemoving(false);
			void again();
		},
	});
	return (
		<>
			{form.problem ? <WayProblem error={form.problem} /> : null}
			<Section title={say("accounts.service.return")} intro={<Text id="accounts.service.return-words" />}>
				<code className="sp-secret">{returnAddress}</code>
			</Section>
			{may ? (
				<Form
					form={{ ...form, problem: undefined }}
					submit={say("ui.save")}
					label={say("accounts.service.title")}
					actions={
						service ? (
							<Button look="quiet" onClick={() => setRemoving(true)}>
								{say("accounts.service.remove")}
							</Button>
						) : undefined
					}
				>
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
		</>
	);
}
