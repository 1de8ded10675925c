import { inviteEmployee, resetSignIn } from "@samenplan/contract/employees";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, KeyRound, Mail, Pencil } from "lucide-react";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Menu } from "../../ui/menu.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Account, accountsQuery } from "../accounts-query.ts";
import { EmployeeDialog } from "./employee-form.tsx";

/** What an administrator does with one account: duties and team, the invitation again, a new way to sign in. */
export function AccountMenu({ account }: { account: Account }) {
	const say = useText();
	const queries = useQueryClient();
	const [changing, setChanging] = useState(false);
	const [resetting, setResetting] = useState(false);
	const params = { accountId: account.id };
	const onSettled = () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
	const invite = useMutation({
		mutationFn: () => call(inviteEmployee, { params }),
		onSuccess: () => toast({ words: say("accounts.new.invited", { name: account.givenName, email: account.email }) }),
		onSettled,
	});
	const reset = useMutation({
		mutationFn: () => call(resetSignIn, { params }),
		onSuccess: () => {
			setResetting(false);
			toast({ words: say("accounts.reset.done", { name: account.givenName, email: account.email }) });
		},
		onSettled,
	});
	const signIn =
		account.signIn === "ready"
			? { id: "reset", label: say("accounts.reset.title"), icon: <KeyRound aria-hidden="true" />, onAction: () => setResetting(true) }
			: { id: "invite", label: say("accounts.new.again"), icon: <Mail aria-hidden="true" />, onAction: () => invite.mutate() };
	return (
		<>
			<Menu
				label={say("accounts.list.more", { name: account.name })}
				button={<Ellipsis aria-hidden="true" />}
				items={[
					{ id: "change", label: say("accounts.change.do"), icon: <Pencil aria-hidden="true" />, onAction: () => setChanging(true) },
					...(account.own || account.state === "disabled" ? [] : [signIn]),
				]}
			/>
			{invite.error ? <ProblemNotice error={invite.error} /> : null}
			{changing ? <EmployeeDialog account={account} onClose={() => setChanging(false)} /> : null}
			<ConfirmDialog
				open={resetting}
				onClose={() => setResetting(false)}
				title={say("accounts.reset.ask", { name: account.givenName })}
				confirm={say("accounts.reset.title")}
				danger
				pending={reset.isPending}
				onConfirm={() => reset.mutate()}
				error={reset.error ? <ProblemNotice error={reset.error} /> : null}
			>
				<Text id="accounts.reset.words" values={{ name: account.givenName, email: account.email }} />
			</ConfirmDialog>
		</>
	);
}
