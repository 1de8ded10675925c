import { type Look, whoLooked } from "@samenplan/contract/audit";
import { dayInWords, timeInWords } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { Eye } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useSearchParams } from "react-router";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { EmergencyUses } from "../../safeguards/parts/emergency-uses.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { Avatar } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import "../parts/who-looked.css";

const whoLookedQuery = (familyId: string, from: string, to: string) =>
	queryOptions({
		queryKey: ["families", familyId, "who-looked", from, to],
		queryFn: ({ signal }) => call(whoLooked, { params: { familyId }, query: { from: from || undefined, to: to || undefined }, signal }),
		placeholderData: keepPreviousData,
		// Reading the log is logged: only look again when somebody comes here, not whenever something changes.
		staleTime: 60_000,
		refetchOnMount: "always",
	});

/** A year that is still being typed (0002, 0020) is no day to look for yet. */
const whole = (day: string) => (day < "2000-01-01" ? "" : day);

/** Who looked at the plan or changed something: per day and person, in plain words, with the reason. For both sides alike. */
export default function WhoLookedPage() {
	const say = useText();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const [address, setAddress] = useSearchParams();
	// The address follows what is chosen; were the fields to follow the address, two quick choices would lose the first.
	const [period, setPeriod] = useState({ from: address.get("from") ?? "", to: address.get("to") ?? "" });
	const { data, error, refetch } = useQuery(whoLookedQuery(familyId, whole(period.from), whole(period.to)));
	const set = (part: Partial<typeof period>) => {
		const next = { ...period, ...part };
		setPeriod(next);
		setAddress(Object.fromEntries(Object.entries(next).filter(([, day]) => whole(day) !== "")), { replace: true });
	};
	return (
		<Page width="text">
			<PageTitle
				title={say("audit.title")}
				intro={say("audit.intro")}
				back={viewer.side === "family" ? { to: `/families/${familyId}`, label: say("plans.to-home") } : undefined}
			/>
			<EmergencyUses />
			<fieldset className="sp-looks-period">
				<legend className="sp-hidden">{say("audit.period")}</legend>
				<DateField
					label={say("audit.from")}
					value={period.from || data?.from || ""}
					onChange={(event) => set({ from: event.target.value })}
				/>
				<DateField label={say("audit.to")} value={period.to || data?.to || ""} onChange={(event) => set({ to: event.target.value })} />
			</fieldset>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{data ? <Days looks={data.looks} /> : error ? null : <Loading />}
		</Page>
	);
}

function Days({ looks }: { looks: Look[] }) {
	const say = useText();
	const { locale } = useIntl();
	if (looks.length === 0)
		return (
			<EmptyState picture={<Eye />} title={say("audit.none-title")}>
				{say("audit.none-words")}
			</EmptyState>
		);
	const days = Map.groupBy(looks, ({ day }) => day);
	return [...days].map(([day, ofDay]) => (
		<Section key={day} title={<span className="inline-block first-letter:uppercase">{dayInWords(day, locale)}</span>}>
			<ul className="sp-looks">
				{[...Map.groupBy(ofDay, ({ name, relation }) => `${name}/${relation}`)].map(([who, deeds]) => (
					<OnePerson key={who} deeds={deeds} />
				))}
			</ul>
		</Section>
	));
}

function OnePerson({ deeds }: { deeds: Look[] }) {
	const say = useText();
	const { locale } = useIntl();
	const [first] = deeds as [Look];
	const { family, others } = usePlan();
	// The log carries no identifiers; the colour of a face comes from the plan.
	const known = [...family.persons, ...others].find((person) => fullName(person) === first.name);
	const name =
		first.relation === "system" ? "Samenplan" : first.mine ? say("audit.you", { name: first.name }) : first.name || say("audit.somebody");
	return (
		<li className="sp-look">
			<Avatar personId={known?.id ?? (first.name || "samenplan")} name={first.name || "Samenplan"} size="2.75rem" />
			<div>
				<h3>{name}</h3>
				<p className="sp-look-why">{say(`audit.why.${first.why === "review" ? "scientist" : first.relation}`)}</p>
				<ul>
					{deeds.map((deed) => (
						<li key={`${deed.deed}/${deed.what}`}>
							<span>{say("audit.line", { deed: say(term("lookDeeds", deed.deed)), what: say(term("lookedAt", deed.what)) })}</span>
							<small>{say(deed.times > 1 ? "audit.times" : "audit.once", { times: deed.times, time: timeInWords(deed.at, locale) })}</small>
						</li>
					))}
				</ul>
			</div>
		</li>
	);
}
