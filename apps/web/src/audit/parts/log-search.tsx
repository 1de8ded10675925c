import { logGrounds, logGroups, logOutcomes } from "@samenplan/contract/audit-log";
import { useInfiniteQuery } from "@tanstack/react-query";
import { ScrollText, X } from "lucide-react";
import { useSearchParams } from "react-router";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { type Criteria, criteria, logQuery } from "../queries.ts";
import { LogEntries } from "./log-entries.tsx";
import { LogSubject } from "./log-subject.tsx";

const whole = (day?: string) => (day === undefined || day < "2000-01-01" ? undefined : day);

/** The log, by whom, which family, days, subject, outcome and ground; the newest first. */
export function LogSearch() {
	const say = useText();
	const [address, setAddress] = useSearchParams();
	const wanted: Criteria = Object.fromEntries(criteria.flatMap((name) => (address.get(name) ? [[name, address.get(name)]] : [])));
	const set = (part: Criteria) =>
		setAddress(
			{ view: "search", ...Object.fromEntries(Object.entries({ ...wanted, ...part }).filter(([, value]) => value)) },
			{ replace: true },
		);
	const asked = Object.fromEntries(
		Object.entries({ ...wanted, from: whole(wanted.from), to: whole(wanted.to) }).filter(([, value]) => value),
	);
	const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(logQuery(asked));
	const [first] = data?.pages ?? [];
	const entries = data?.pages.flatMap((page) => page.entries) ?? [];
	const chosen = [
		...(wanted.personId ? [{ words: say("audit.search.person", { name: first?.person || "…" }), without: { personId: "" } }] : []),
		...(wanted.familyId ? [{ words: say("audit.search.of-family", { name: first?.family || "…" }), without: { familyId: "" } }] : []),
	];
	return (
		<Stack gap="lg">
			<search className="sp-log-search">
				<LogSubject onChoose={({ kind, id }) => set(kind === "person" ? { personId: id } : { familyId: id })} />
				{chosen.length > 0 ? (
					<ul className="sp-log-chosen">
						{chosen.map(({ words, without }) => (
							<li key={words}>
								<Button
									look="soft"
									size="small"
									icon={<X aria-hidden="true" />}
									aria-label={say("audit.search.remove", { what: words })}
									onClick={() => set(without)}
								>
									{words}
								</Button>
							</li>
						))}
					</ul>
				) : null}
				<div className="sp-log-filters">
					<DateField label={say("audit.search.from")} value={wanted.from ?? ""} onChange={(event) => set({ from: event.target.value })} />
					<DateField label={say("audit.search.to")} value={wanted.to ?? ""} onChange={(event) => set({ to: event.target.value })} />
					<Select
						label={say("audit.search.group")}
						emptyLabel={say("audit.search.all")}
						options={logGroups.map((value) => ({ value, label: say(term("logGroups", value)) }))}
						value={wanted.group ?? ""}
						onChange={(event) => set({ group: event.target.value })}
					/>
					<Select
						label={say("audit.search.outcome")}
						emptyLabel={say("audit.search.all")}
						options={logOutcomes.map((value) => ({ value, label: say(term("logOutcomes", value)) }))}
						value={wanted.outcome ?? ""}
						onChange={(event) => set({ outcome: event.target.value })}
					/>
					<Select
						label={say("audit.search.ground")}
						emptyLabel={say("audit.search.all")}
						options={logGrounds.map((value) => ({ value, label: say(term("logGrounds", value)) }))}
						value={wanted.ground ?? ""}
						onChange={(event) => set({ ground: event.target.value })}
					/>
				</div>
			</search>
			<Section title={say("audit.search.results")}>
				{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
				{!data ? (
					error ? null : (
						<Loading />
					)
				) : entries.length === 0 ? (
					<EmptyState picture={<ScrollText />} title={say("audit.search.none-title")}>
						{say("audit.search.none-words")}
					</EmptyState>
				) : (
					<LogEntries entries={entries} onChoose={set} />
				)}
				{hasNextPage ? (
					<div>
						<Button look="soft" pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
							{say("audit.search.more")}
						</Button>
					</div>
				) : null}
			</Section>
		</Stack>
	);
}
