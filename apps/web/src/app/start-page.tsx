import { useQuery } from "@tanstack/react-query";
import { House } from "lucide-react";
import { Navigate } from "react-router";
import { MyInvitations, myInvitationsQuery } from "../accounts/parts/my-invitations.tsx";
import { useMe } from "../lib/me.ts";
import { Text, useText } from "../lib/text.tsx";
import { Door } from "../ui/card.tsx";
import { Page, PageTitle, Stack } from "../ui/layout.tsx";
import { EmptyState, Loading } from "../ui/notice.tsx";

const firstPlaces = [
	["caseload.read", "/caseload"],
	["reviews.read", "/reviews"],
	["team.read", "/team"],
	["accounts.read", "/accounts"],
	["audit.odd", "/audit"],
] as const;

/** Brings everyone to where their day begins. */
export default function StartPage() {
	const say = useText();
	const me = useMe();
	const { data: invitations, isPending } = useQuery({ ...myInvitationsQuery, enabled: me.side === "family" });
	if (me.side === "professional") {
		const place = firstPlaces.find(([ability]) => me.abilities.includes(ability));
		if (place) return <Navigate replace to={place[1]} />;
	}
	const [only, ...others] = me.families;
	if (isPending && me.side === "family")
		return (
			<Page width="text">
				<Loading />
			</Page>
		);
	const invited = invitations?.length ? <MyInvitations invitations={invitations} /> : null;
	if (only && others.length === 0 && !invited) return <Navigate replace to={`/families/${only.id}`} />;
	if (only)
		return (
			<Page width="text">
				{invited}
				<PageTitle title={say("shell.choose-family.title")} intro={<Text id="shell.choose-family.intro" />} />
				<Stack>
					{me.families.map((family) => (
						<Door key={family.id} to={`/families/${family.id}`} picture={<House />} title={family.name} />
					))}
				</Stack>
			</Page>
		);
	const family = me.side === "family";
	if (invited) return <Page width="text">{invited}</Page>;
	return (
		<Page width="text">
			<PageTitle title={say(family ? "shell.no-family.title" : "shell.nothing.title")} />
			<EmptyState picture={<House />} title={say(family ? "shell.no-family.title" : "shell.nothing.title")}>
				<Text id={family ? "shell.no-family.words" : "shell.nothing.words"} />
			</EmptyState>
		</Page>
	);
}
