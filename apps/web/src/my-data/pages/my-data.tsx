import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useOwnPartOnly } from "../../families/use-may.ts";
import { useMe } from "../../lib/me.ts";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { planQuery, useFamilyId } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AskForm } from "../parts/ask-form.tsx";
import { MyRequestCard } from "../parts/my-request.tsx";
import { myRequestsQuery } from "../queries.ts";

/**
 * What is kept about me, what I asked and how far it is, and what I can ask. For everyone of the family, also who does not read the
 * plan; the coordinator writes requests down here for somebody.
 */
export default function MyDataPage() {
	const say = useText();
	const me = useMe();
	const familyId = useFamilyId();
	const { data, error, refetch } = useQuery(myRequestsQuery(familyId));
	const work = me.side === "professional";
	const mine = work ? undefined : me.person.id;
	const looks =
		useQuery({ ...planQuery(familyId), enabled: !useOwnPartOnly() }).data?.viewer.abilities.includes("who_looked.read") ?? false;
	// Somebody who helps from school or elsewhere asks the organisation, not the plan of a family.
	const elsewhere = error !== null && asProblem(error).code === "not-allowed";
	return (
		<Page width="text">
			<PageTitle
				title={say(work ? "my-data.title-work" : "my-data.title")}
				intro={say(work ? "my-data.intro-work" : "my-data.intro")}
				back={
					work
						? { to: `/families/${familyId}/people`, label: say("my-data.back-people") }
						: { to: `/families/${familyId}`, label: say("plans.to-home") }
				}
			/>
			{elsewhere ? (
				<Notice title={say("my-data.elsewhere.title", { organisation: me.organisation })}>{say("my-data.elsewhere.words")}</Notice>
			) : error && !data ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : data ? null : (
				<Loading shape="cards" />
			)}
			{data && data.requests.length > 0 ? (
				<Section title={say("my-data.mine")}>
					<Stack gap="sm">
						<ul className="sp-plain-list">
							{data.requests.map((request) => (
								<MyRequestCard key={request.id} request={request} me={mine} />
							))}
						</ul>
					</Stack>
				</Section>
			) : null}
			{work || elsewhere ? null : (
				<Section title={say("my-data.now.title")} intro={say("my-data.now.words")}>
					<Row gap="sm">
						<ButtonLink to={`/families/${familyId}/my-data/now`} look="soft">
							{say("my-data.now.show")}
						</ButtonLink>
						{looks ? (
							<Link className="sp-link" to={`/families/${familyId}/who-looked`}>
								{say("my-data.looked")}
							</Link>
						) : null}
					</Row>
				</Section>
			)}
			{data ? (
				<Section title={say(work ? "my-data.ask.title-work" : "my-data.ask.title")}>
					<AskForm key={data.requests.length} may={data.may} me={mine} />
				</Section>
			) : null}
		</Page>
	);
}
