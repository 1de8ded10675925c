import { duties } from "@samenplan/access/relations";
import { listAccounts, setAccountState } from "@samenplan/contract/accounts";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useAbility } from "../../lib/me.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Switch } from "../../ui/choice.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { Chip, PersonName } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import "../accounts-list.css";

type Account = EndpointResponse<typeof listAccounts>[number];

const accountsQuery = queryOptions({ queryKey: ["accounts"], queryFn: ({ signal }) => call(listAccounts, { signal }) });
const plain = (words: string) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The employees of the organisation: who they are, what they do, and whether they may sign in. */
export default function AccountsPage() {
	const say = useText();
	const [typed, setTyped] = useState("");
	const { data, error, refetch } = useQuery(accountsQuery);
	const shown = data
		?.filter((account) => plain(`${account.name} ${account.email}`).includes(plain(typed.trim())))
		.sort((one, other) => one.name.localeCompare(other.name, "nl"));
	return (
		<Page>
			<PageTitle title={say("accounts.list.title")} intro={say("accounts.list.intro")} />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{shown ? (
				<>
					<TextField
						label={say("accounts.list.search")}
						type="search"
						autoComplete="off"
						value={typed}
						onChange={(event) => setTyped(event.target.value)}
					/>
					<p className="text-muted" role="status">
						{shown.length === 0 ? say("accounts.list.none") : <Text id="accounts.list.count" values={{ count: shown.length }} />}
					</p>
					{shown.length > 0 ? <AccountTable accounts={shown} /> : null}
				</>
			) : error ? null : (
				<Loading />
			)}
		</Page>
	);
}

function AccountTable({ accounts }: { accounts: readonly Account[] }) {
	const say = useText();
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
		<section className="sp-accounts" aria-label={say("accounts.list.title")} tabIndex={0}>
			<table>
				<thead>
					<tr>
						<th scope="col">{say("accounts.list.name")}</th>
						<th scope="col">{say("accounts.list.duties")}</th>
						<th scope="col">{say("accounts.list.team")}</th>
						<th scope="col">{say("accounts.list.state")}</th>
					</tr>
				</thead>
				<tbody>
					{accounts.map((account) => (
						<tr key={account.id}>
							<th scope="row">
								<PersonName personId={account.id} name={account.name} note={account.email} />
							</th>
							<td>
								<span className="sp-row" data-gap="2xs">
									{duties
										.filter((duty) => account.duties.includes(duty))
										.map((duty) => (
											<Chip key={duty}>{say(`accounts.duty.${duty}`)}</Chip>
										))}
								</span>
							</td>
							<td>{account.team ?? <span className="text-muted">{say("accounts.list.no-team")}</span>}</td>
							<td>
								<StateSwitch account={account} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}

function StateSwitch({ account }: { account: Account }) {
	const say = useText();
	const queries = useQueryClient();
	const may = useAbility("accounts.write");
	const set = useMutation({
		mutationFn: (state: Account["state"]) => call(setAccountState, { params: { accountId: account.id }, body: { state } }),
		onSettled: () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey }),
	});
	const choose = async (state: Account["state"]) => {
		await set.mutateAsync(state);
		toast({
			words: say(state === "active" ? "accounts.list.on" : "accounts.list.off", { name: account.name }),
			undo: () => set.mutate(state === "active" ? "disabled" : "active"),
		});
	};
	if (account.own) return <span className="text-muted">{say("accounts.list.you")}</span>;
	return (
		<>
			<Switch
				label={<span className="sp-hidden">{say("accounts.list.state-of", { name: account.name })}</span>}
				checked={account.state === "active"}
				disabled={!may || set.isPending}
				onChange={(event) => void choose(event.target.checked ? "active" : "disabled").catch(() => undefined)}
			/>
			{set.error ? <ProblemNotice error={set.error} /> : null}
		</>
	);
}
