import { type Look, whoLooked } from "@samenplan/contract/audit";
import { monthInWords } from "@samenplan/language/dates";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link, useSearchParams } from "react-router";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { EmergencyUses } from "../../safeguards/parts/emergency-uses.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { LooksOfDays, nameOfLook } from "../parts/looks-of-days.tsx";
import { daysOf, type Period, PeriodChoice, type PeriodKind, periodKinds } from "../parts/period-choice.tsx";
import "../parts/who-looked.css";

/** A long history comes a month at a time; months in which nobody looked are passed over. */
function useLooks(familyId: string, { from, to }: { from: string; to: string }) {
	return useInfiniteQuery({
		queryKey: ["families", familyId, "who-looked", from, to],
		queryFn: ({ pageParam, signal }) => {
			const month = `${pageParam.slice(0, 8)}01`;
			return call(whoLooked, { params: { familyId }, query: { from: month > from ? month : from, to: pageParam }, signal });
		},
		initialPageParam: to,
		getNextPageParam: ({ earlier }) => (earlier !== null && earlier >= from ? earlier : undefined),
		placeholderData: keepPreviousData,
		// Reading the log is logged: only look again when somebody comes here, not whenever something changes.
		staleTime: 60_000,
		refetchOnMount: "always",
	});
}

const periodIn = (address: URLSearchParams): Period => ({
	kind: address.has("from") ? "own" : (periodKinds.find((kind): kind is PeriodKind => kind === address.get("period")) ?? "month"),
	from: address.get("from") ?? "",
	to: address.get("to") ?? "",
});

/** Who looked at the plan or changed something: per day and person, in plain words, with the reason. For both sides alike. */
export default function WhoLookedPage() {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const [address, setAddress] = useSearchParams();
	// The address follows what is chosen; were the fields to follow the address, two quick choices would lose the first.
	const [period, setPeriod] = useState(periodIn(address));
	// Whose, by name: not in the address, because names do not belong there.
	const [whose, setWhose] = useState("");
	const days = daysOf(period);
	const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useLooks(familyId, days);
	const looks = data?.pages.flatMap((page) => page.looks) ?? [];
	const earlier = data?.pages.at(-1)?.earlier;
	const choose = (next: Period) => {
		setPeriod(next);
		const { from, to } = daysOf(next);
		setAddress(next.kind === "own" ? { from, to } : { period: next.kind }, { replace: true });
	};
	return (
		<Page width="text">
			<PageTitle
				title={say("audit.title")}
				intro={say("audit.intro")}
				back={viewer.side === "family" ? { to: `/families/${familyId}`, label: say("plans.to-home") } : undefined}
			/>
			<p>
				<Link className="sp-link" to={viewer.side === "family" ? `/families/${familyId}/who-may-what` : "/who-may-what"}>
					{say("access.link")}
				</Link>
			</p>
			<EmergencyUses />
			<PeriodChoice period={period} onChange={choose} />
			<WhoseChoice looks={looks} value={whose} onChange={setWhose} />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{data ? <Looks looks={looks.filter((look) => whose === "" || nameOfLook(look, say) === whose)} /> : error ? null : <Loading />}
			{hasNextPage && earlier ? (
				<div>
					<Button look="soft" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
						{say("audit.earlier", { month: monthInWords(earlier, locale) })}
					</Button>
				</div>
			) : looks.length > 0 ? (
				<p className="sp-hint">{say("audit.all-seen")}</p>
			) : null}
		</Page>
	);
}

function Looks({ looks }: { looks: Look[] }) {
	const say = useText();
	if (looks.length > 0) return <LooksOfDays looks={looks} />;
	return (
		<EmptyState picture={<Eye />} title={say("audit.none-title")}>
			{say("audit.none-words")}
		</EmptyState>
	);
}

/** Everything of one person; only where there is more than one. */
function WhoseChoice({ looks, value, onChange }: { looks: Look[]; value: string; onChange: (name: string) => void }) {
	const say = useText();
	const names = [...new Set([...looks.map((look) => nameOfLook(look, say)), ...(value ? [value] : [])])].sort((one, other) =>
		one.localeCompare(other),
	);
	if (names.length < 2) return null;
	return (
		<div className="sp-looks-whose">
			<Select
				label={say("audit.who")}
				emptyLabel={say("audit.everyone")}
				options={names.map((name) => ({ value: name, label: name }))}
				value={value}
				onChange={(event) => onChange(event.target.value)}
			/>
		</div>
	);
}
