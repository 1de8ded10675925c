import { type OddPattern, setFamiliesPerHour } from "@samenplan/contract/audit-log";
import { addDays, dateInWords, dayOf } from "@samenplan/language/dates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { type Say, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { PersonName } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { oddPatternsQuery } from "../queries.ts";
import { SeePattern } from "./see-pattern.tsx";

/** What stands out in the log, week by week; each with the way to the entries and room for what was found. */
export function OddPatterns() {
	const say = useText();
	const { locale } = useIntl();
	const { data, error, refetch } = useQuery(oddPatternsQuery);
	const [looking, setLooking] = useState<OddPattern>();
	if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
	if (!data) return <Loading shape="cards" />;
	const weeks = Map.groupBy(data.open, ({ weekOf }) => weekOf);
	return (
		<Stack gap="lg">
			{weeks.size === 0 ? (
				<EmptyState picture={<ShieldCheck />} title={say("audit.odd.none-title")}>
					{say("audit.odd.none-words")}
				</EmptyState>
			) : (
				<p className="sp-log-intro">{say("audit.odd.intro")}</p>
			)}
			{[...weeks].map(([week, patterns]) => (
				<Section key={week} title={say("audit.odd.week", { day: dateInWords(week, locale) })}>
					<ul className="sp-odd">
						{patterns.map((pattern) => (
							<OnePattern key={pattern.id} pattern={pattern} onSee={() => setLooking(pattern)} />
						))}
					</ul>
				</Section>
			))}
			{data.seen.length > 0 ? (
				<Disclosure title={say("audit.odd.seen")}>
					<ul className="sp-odd">
						{data.seen.map((pattern) => (
							<OnePattern key={pattern.id} pattern={pattern} />
						))}
					</ul>
				</Disclosure>
			) : null}
			<Disclosure title={say("audit.odd.threshold")}>
				<Threshold key={data.familiesPerHour} now={data.familiesPerHour} />
			</Disclosure>
			<SeePattern pattern={looking} onClose={() => setLooking(undefined)} />
		</Stack>
	);
}

function OnePattern({ pattern, onSee }: { pattern: OddPattern; onSee?: () => void }) {
	const say = useText();
	const { locale } = useIntl();
	const { person, kind, seen, own } = pattern;
	return (
		<Card as="li">
			<Stack gap="xs">
				<Row spread align="baseline">
					<h3>{say(term("oddPatternKinds", kind))}</h3>
				</Row>
				<PersonName personId={person.id} name={person.name} size="2.25rem" />
				<p>{lineOf(pattern, say)}</p>
				{seen ? (
					<blockquote className="sp-odd-seen">
						<p>{seen.words}</p>
						<small>{say("audit.odd.seen-by", { name: seen.by, day: dateInWords(dayOf(seen.at), locale) })}</small>
					</blockquote>
				) : null}
				<Row gap="xs">
					<Link className="sp-button" data-look={seen ? "quiet" : "soft"} data-size="small" to={`/audit?${searchFor(pattern)}`}>
						{say("audit.odd.look")}
					</Link>
					{onSee && !own ? (
						<Button look="quiet" size="small" onClick={onSee}>
							{say("audit.odd.see")}
						</Button>
					) : null}
				</Row>
				{onSee && own ? <p className="sp-hint">{say("audit.odd.own")}</p> : null}
			</Stack>
		</Card>
	);
}

function lineOf({ kind, times, family }: OddPattern, say: Say): string {
	return say(`audit.odd.line.${kind}`, { times, family: family?.name || say("audit.search.gone") });
}

/** The entries in which the pattern shows. */
function searchFor({ kind, person, family, weekOf }: OddPattern): string {
	return new URLSearchParams({
		view: "search",
		personId: person.id,
		...(family && { familyId: family.id }),
		from: weekOf,
		to: addDays(weekOf, 6),
		...(kind === "no_relation" && { outcome: "denied" }),
		...(kind === "emergency" && { ground: "emergency" }),
	}).toString();
}

function Threshold({ now }: { now: number }) {
	const say = useText();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { familiesPerHour: String(now) },
		save: ({ familiesPerHour }) => call(setFamiliesPerHour, { body: { familiesPerHour: Number(familiesPerHour) } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: oddPatternsQuery.queryKey });
			toast({ words: say("audit.odd.threshold-saved") });
		},
	});
	return (
		<Form form={form} submit={say("audit.odd.save")}>
			<TextField label={say("audit.odd.threshold-label")} inputMode="numeric" {...form.field("familiesPerHour")} />
		</Form>
	);
}
