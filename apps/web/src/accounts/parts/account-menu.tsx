import { inviteEmployee } from "@samenplan/contract/employees";
import { askEmployeeRecovery } from "@samenplan/contract/recoveries";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { DoorOpen, Ellipsis, Mail, Pencil } from "lucide-react";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { AskRecoveryDialog } from "../../recoveries/parts/ask-dialog.tsx";
import { recoveriesQuery } from "../../recoveries/queries.ts";
import { Menu } from "../../ui/menu.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Account, accountsQuery } from "../accounts-query.ts";
import { EmployeeDialog } from "./employee-form.tsx";

/** What an administrator does with one account: duties and team, the invitation again, asking to let somebody back in. */
export function AccountMenu({ account }: { account: Account }) {
	const say = useText();
	const queries = useQueryClient();
	const [changing, setChanging] = useState(false);
	const [asking, setAsking] = useState(false);
	const params = { accountId: account.id };
	const onSettled = () => queries.invalidateQueries({ queryKey: accountsQuery.queryKey });
	const invite = useMutation({
		mutationFn: () => call(inviteEmployee, { params }),
		onSuccess: () => toast({ words: say("accounts.new.invited", { name: account.givenName, email: account.email }) }),
		onSettled,
	});
	const signIn =
		account.signIn === "ready"
			? { id: "recovery", label: say("recoveries.ask.title"), icon: <DoorOpen aria-hidden="true" />, onAction: () => setAsking(true) }
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
			{asking ? (
				<AskRecoveryDialog
					name={account.givenName}
					send={(body) => call(askEmployeeRecovery, { params, body })}
					onSent={() => void queries.invalidateQueries({ queryKey: recoveriesQuery.queryKey })}
					onClose={() => setAsking(false)}
				/>
			) : null}
		</>
	);
}
