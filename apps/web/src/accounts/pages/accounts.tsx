import { duties } from "@samenplan/access/relations";
import { setAccountState } from "@samenplan/contract/accounts";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Building2, Plus } from "lucide-react";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useAbility } from "../../lib/me.ts";
import { Text, useText } from "../../lib/text.tsx";
import { RecoveriesToDecide } from "../../recoveries/parts/to-decide.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Switch } from "../../ui/choice.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { Chip, PersonName } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Account, accountsQuery } from "../accounts-query.ts";
import { AccountMenu } from "../parts/account-menu.tsx";
import { EmployeeDialog } from "../parts/employee-form.tsx";
import "../accounts-list.css";

const plain = (words: string) => words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** The employees of the organisation: who they are, what they do, and whether they may sign in. */
export default function AccountsPage() {
	const say = useText();
	const may = useAbility("accounts.write");
	const settings = useAbility("organisation.read");
	const [typed, setTyped] = useState("");
	const [adding, setAdding] = useState(false);
	const { data, error, refetch } = useQuery(accountsQuery);
	const shown = data
		?.filter((account) => plain(`${account.name} ${account.email}`).includes(plain(typed.trim())))
		.sort((one, other) => one.name.localeCompare(other.name, "nl"));
	return (
		<Page>
			<PageTitle
				title={say("accounts.list.title")}
				intro={say("accounts.list.intro")}
				actions={
					<>
						{settings ? (
							<ButtonLink to="/accounts/single-sign-on" look="soft" icon={<Building2 aria-hidden="true" />}>
								{say("accounts.service.title")}
							</ButtonLink>
						) : null}
						{may ? (
							<Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
								{say("accounts.new.title")}
							</Button>
						) : null}
					</>
				}
			/>
			<RecoveriesToDecide />
			{adding ? <EmployeeDialog onClose={() => setAdding(false)} /> : null}
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
	const may = useAbility("accounts.write");
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
		<section className="sp-accounts" aria-label={say("accounts.list.title")} tabIndex={0}>
			<table>
				<thead>
					<tr>
						<th scope="col">{say("accounts.list.name")}</th>
						<th scope="col">{say("accounts.list.duties")}</th>
						<th scope="col">{say("accounts.list.team")}</th>
						<th scope="col">{say("accounts.list.sign-in")}</th>
						<th scope="col">{say("accounts.list.state")}</th>
						{may ? (
							<th scope="col">
								<span className="sp-hidden">{say("accounts.list.more-column")}</span>
							</th>
						) : null}
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
								<span className={account.signIn === "ready" ? undefined : "text-muted"}>
									{say(`accounts.sign-in-state.${account.signIn}`)}
								</span>
							</td>
							<td>
								<StateSwitch account={account} />
							</td>
							{may ? (
								<td>
									<AccountMenu account={account} />
								</td>
							) : null}
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
