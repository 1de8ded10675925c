import { type Duty, duties } from "@samenplan/access/relations";
import { addEmployee, changeEmployee, listTeams } from "@samenplan/contract/employees";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Account, accountsQuery } from "../accounts-query.ts";

const teamsQuery = queryOptions({ queryKey: ["teams"], queryFn: ({ signal }) => call(listTeams, { signal }) });

/** A new employee (no account given), or what one does and in which team. */
export function EmployeeDialog({ account, onClose }: { account?: Account; onClose: () => void }) {
	const say = useText();
	const title = account ? say("accounts.change.title", { name: account.name }) : say("accounts.new.title");
	return (
		<Dialog open onClose={onClose} title={title}>
			<EmployeeForm account={account} onClose={onClose} />
		</Dialog>
	);
}

type Values = { givenName: string; familyName: string; email: string; teamId: string; duties: Record<Duty, boolean> };

function EmployeeForm({ account, onClose }: { account: Account | undefined; onClose: () => void }) {
	const say = useText();
	const queries = useQueryClient();
	const { data: teams = [], error } = useQuery(teamsQuery);
	const form = useSavingForm<Values>({
		defaultValues: {
			givenName: "",
			familyName: "",
			email: "",
			teamId: account?.teamId ?? "",
			duties: Object.fromEntries(duties.map((duty) => [duty, account?.duties.includes(duty) ?? false])) as Record<Duty, boolean>,
		},
		save: ({ givenName, familyName, email, ...rest }) => {
			const work = { duties: duties.filter((duty) => rest.duties[duty]), teamId: rest.teamId || null };
			return account
				? call(changeEmployee, { params: { accountId: account.id }, body: work })
				: call(addEmployee, { body: { givenName, familyName, email, ...work } });
		},
		onSaved: ({ givenName, email }) => {
			void queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
			toast({ words: account ? say("accounts.change.saved") : say("accounts.new.invited", { name: givenName, email: email.trim() }) });
			onClose();
		},
	});
	const dutiesWrong = form.hook.getFieldState("duties", form.hook.formState).error;
	return (
		<Form
			form={form}
			submit={say(account ? "ui.save" : "accounts.new.invite")}
			actions={
				<Button look="quiet" onClick={onClose}>
					{say("ui.cancel")}
				</Button>
			}
		>
			{account ? null : (
				<>
					<TextField label={say("accounts.new.given-name")} autoComplete="off" {...form.field("givenName")} />
					<TextField label={say("accounts.new.family-name")} optional autoComplete="off" {...form.field("familyName")} />
					<TextField
						label={say("accounts.new.email")}
						hint={say("accounts.new.email-hint")}
						type="email"
						autoComplete="off"
						{...form.field("email")}
					/>
				</>
			)}
			<fieldset className="sp-field">
				<legend className="sp-label">{say("accounts.list.duties")}</legend>
				{duties.map((duty) => (
					<Checkbox
						key={duty}
						label={say(`accounts.duty.${duty}`)}
						disabled={account?.own && duty === "administrator"}
						{...form.hook.register(`duties.${duty}`)}
					/>
				))}
				{dutiesWrong ? (
					<p className="sp-error">
						<Text id="accounts.new.no-duty" />
					</p>
				) : null}
			</fieldset>
			{error ? <ProblemNotice error={error} /> : null}
			<Select
				label={say("accounts.list.team")}
				optional
				emptyLabel={say("accounts.list.no-team")}
				options={teams.map(({ id, name }) => ({ value: id, label: name }))}
				{...form.field("teamId")}
			/>
		</Form>
	);
}
