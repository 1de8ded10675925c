import { House } from "lucide-react";
import { Navigate } from "react-router";
import { useMe } from "../lib/me.ts";
import { Text, useText } from "../lib/text.tsx";
import { Door } from "../ui/card.tsx";
import { Page, PageTitle, Stack } from "../ui/layout.tsx";
import { EmptyState } from "../ui/notice.tsx";

const firstPlaces = [
	["caseload.read", "/caseload"],
	["reviews.read", "/reviews"],
	["team.read", "/team"],
	["accounts.read", "/accounts"],
] as const;

/** Brings everyone to where their day begins. */
export default function StartPage() {
	const say = useText();
	const me = useMe();
	if (me.side === "professional") {
		const place = firstPlaces.find(([ability]) => me.abilities.includes(ability));
		if (place) return <Navigate replace to={place[1]} />;
	}
	const [only, ...others] = me.families;
	if (only && others.length === 0) return <Navigate replace to={`/families/${only.id}`} />;
	if (only)
		return (
			<Page width="text">
				<PageTitle title={say("shell.choose-family.title")} intro={<Text id="shell.choose-family.intro" />} />
				<Stack>
					{me.families.map((family) => (
						<Door key={family.id} to={`/families/${family.id}`} picture={<House />} title={family.name} />
					))}
				</Stack>
			</Page>
		);
	const family = me.side === "family";
	return (
		<Page width="text">
			<PageTitle title={say(family ? "shell.no-family.title" : "shell.nothing.title")} />
			<EmptyState picture={<House />} title={say(family ? "shell.no-family.title" : "shell.nothing.title")}>
				<Text id={family ? "shell.no-family.words" : "shell.nothing.words"} />
			</EmptyState>
		</Page>
	);
}
