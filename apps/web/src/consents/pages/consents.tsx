import type { Consent } from "@samenplan/contract/consents";
import { useQuery } from "@tanstack/react-query";
import { HandHeart, Plus, ShieldCheck } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ConsentCard } from "../parts/consent-card.tsx";
import { ConsentSteering } from "../parts/consent-steering.tsx";
import { SharedList } from "../parts/shared-list.tsx";
import { sharesQuery, useConsents, waitsForMe } from "../queries.ts";
import "../consents.css";

/** Taken back, or its time is over: nothing is expected of anybody any more. */
const isPast = ({ standing }: Consent) => standing === "over" || standing === "withdrawn";

/** What the family allows: first what waits for the reader, then what stands, then what is past. */
export default function ConsentsPage() {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const { consents, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useConsents();
	const { data: shares = [] } = useQuery(sharesQuery(familyId));
	const onFamilySide = viewer.side === "family";
	const me = viewer.personId;
	const waiting = consents?.filter((one) => waitsForMe(one, me)) ?? [];
	const rest = consents?.filter((one) => !waitsForMe(one, me)) ?? [];
	const open = rest.filter((one) => !one.stands && !isPast(one));
	const standing = rest.filter((one) => one.stands);
	const past = rest.filter((one) => !one.stands && isPast(one));
	const list = (some: readonly Consent[]) => (
		<div className="consent-list">
			{some.map((consent) => (
				<ConsentCard key={consent.id} consent={consent} me={me} actions={<ConsentSteering consent={consent} />} />
			))}
		</div>
	);
	return (
		<Page width="text">
			<PageTitle
				title={say("consent.title")}
				intro={say(onFamilySide ? "consent.intro" : "consent.intro-coach")}
				mark={<ShieldCheck size="2.6rem" aria-hidden="true" className="text-action" />}
				back={onFamilySide ? { to: `/families/${familyId}`, label: say("plans.to-home") } : undefined}
				actions={
					can("consent.ask") ? (
						<ButtonLink
							to={`/families/${familyId}/consents/new`}
							look={onFamilySide ? "quiet" : "primary"}
							icon={<Plus aria-hidden="true" />}
						>
							{say("consent.ask")}
						</ButtonLink>
					) : undefined
				}
			/>
			{error ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : !consents ? (
				<Loading shape="cards" />
			) : (
				<>
					{consents.length === 0 && shares.length === 0 ? (
						<EmptyState picture={<HandHeart />} title={say("consent.none")}>
							{say("consent.none-words")}
						</EmptyState>
					) : null}
					{waiting.length > 0 ? <Section title={say("consent.for-you")}>{list(waiting)}</Section> : null}
					{open.length > 0 ? <Section title={say("consent.open")}>{list(open)}</Section> : null}
					{standing.length > 0 ? <Section title={say("consent.standing")}>{list(standing)}</Section> : null}
					{shares.length > 0 ? (
						<Section title={say("consent.shared")} intro={say("consent.shared-intro")}>
							<SharedList shares={shares} />
						</Section>
					) : null}
					{past.length > 0 ? <Disclosure title={say("consent.past")}>{list(past)}</Disclosure> : null}
					{hasNextPage ? (
						<div>
							<Button look="soft" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
								{say("ui.show-more")}
							</Button>
						</div>
					) : null}
				</>
			)}
		</Page>
	);
}
