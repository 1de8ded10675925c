import { type DemoAccount, demoSignIn } from "@samenplan/contract/demo";
import { useMutation, useQuery } from "@tanstack/react-query";
import { use } from "react";
import { call } from "../../lib/api.ts";
import { needWorkMessages } from "../../lib/messages.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Section } from "../../ui/layout.tsx";
import { Avatar } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { demoAccountsQuery } from "../queries.ts";
import { useEnter } from "../sign-in.ts";

const words = needWorkMessages();

/** Signing in as an invented person; there is nothing here when the demo is off. */
export default function DemoSignIn() {
	use(words);
	const say = useText();
	const enter = useEnter();
	const { data: accounts } = useQuery(demoAccountsQuery);
	const signIn = useMutation({ mutationFn: (accountId: string) => call(demoSignIn, { body: { accountId } }), onSuccess: enter });
	if (!accounts || accounts.length === 0) return null;
	return (
		<Section title={say("demo.sign-in.title")} intro={<Text id="demo.sign-in.words" />}>
			{signIn.error ? <ProblemNotice error={signIn.error} /> : null}
			{groupsOf(accounts).map(([family, people]) => (
				<section key={family ?? ""} className="sp-stack" data-gap="2xs">
					<h3 className="text-sm text-muted">
						{family === null ? say("demo.sign-in.staff") : say("demo.sign-in.family", { name: family })}
					</h3>
					<ul className="sp-plain-list" style={{ gap: 0 }}>
						{people.map((person) => (
							<li key={person.id}>
								<button
									type="button"
									className="sp-demo-person"
									onClick={() => {
										if (!signIn.isPending) signIn.mutate(person.id);
									}}
								>
									{signIn.isPending && signIn.variables === person.id ? (
										<span className="sp-spinner" style={{ fontSize: "2rem" }} />
									) : (
										<Avatar personId={person.id} name={person.name} />
									)}
									<span>
										<span className="sp-hidden">{say("demo.sign-in.as", { name: "" })}</span>
										{person.name}
										<small>{person.note}</small>
									</span>
								</button>
							</li>
						))}
					</ul>
				</section>
			))}
		</Section>
	);
}

/** Per family in the order of the list, those without a family first. */
function groupsOf(accounts: readonly DemoAccount[]): [string | null, DemoAccount[]][] {
	const groups = new Map<string | null, DemoAccount[]>([[null, []]]);
	for (const account of accounts) {
		const key = account.familyId === null ? null : (account.familyName ?? account.familyId);
		const group = groups.get(key) ?? [];
		group.push(account);
		groups.set(key, group);
	}
	return [...groups].filter(([, people]) => people.length > 0);
}
