import { type EmergencyInList, emergencyVerdicts, judgeEmergency } from "@samenplan/contract/emergencies";
import { dayOf, daysBetween, momentInWords, timeInWords } from "@samenplan/language/dates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { NotFoundPage } from "../../app/not-found-page.tsx";
import { call } from "../../lib/api.ts";
import { useAbility } from "../../lib/me.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { emergenciesQuery } from "../queries.ts";
import "../parts/safeguards.css";

/** Each time somebody broke the glass: read by the scientists and the privacy officer, judged by the latter. */
export default function EmergenciesPage() {
	return useAbility("emergency.hear") ? <Emergencies /> : <NotFoundPage />;
}

function Emergencies() {
	const say = useText();
	const { data, error, refetch } = useQuery(emergenciesQuery);
	const [open, judged] = [
		data?.emergencies.filter(({ verdict }) => !verdict) ?? [],
		data?.emergencies.filter(({ verdict }) => verdict) ?? [],
	];
	return (
		<Page width="text">
			<PageTitle title={say("safeguards.list.title")} intro={say("safeguards.list.intro")} />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : data ? null : <Loading shape="cards" />}
			{data && data.emergencies.length === 0 ? (
				<EmptyState picture={<ShieldCheck />} title={say("safeguards.list.none")}>
					{say("safeguards.list.none-words")}
				</EmptyState>
			) : null}
			{data && open.length > 0 ? (
				<Section title={say("safeguards.list.open", { count: open.length })}>
					<Stack>
						{open.map((use) => (
							<Use key={use.id} use={use} now={data.now} />
						))}
					</Stack>
				</Section>
			) : null}
			{data && judged.length > 0 ? (
				<Section title={say("safeguards.list.done")}>
					<Stack>
						{judged.map((use) => (
							<Use key={use.id} use={use} now={data.now} />
						))}
					</Stack>
				</Section>
			) : null}
		</Page>
	);
}

function Use({ use, now }: { use: EmergencyInList; now: string }) {
	const say = useText();
	const { locale } = useIntl();
	const mayJudge = useAbility("emergency.judge");
	const [judging, setJudging] = useState(false);
	const later = use.familySeesAt > now;
	return (
		<Card as="article" className="sp-use">
			<Row spread align="start">
				<h3>{say("safeguards.list.who", { name: use.personName, family: use.familyName })}</h3>
				{use.open ? (
					<StateBadge tone="action" shape="open">
						{say("safeguards.list.now")}
					</StateBadge>
				) : null}
			</Row>
			<p className="text-muted">
				{say("safeguards.list.when", { from: momentInWords(use.createdAt, locale), to: timeInWords(use.endedAt ?? use.untilAt, locale) })}
			</p>
			<p>
				<b>{say(term("emergencyReasons", use.reason))}</b>
			</p>
			<p className="sp-uses-words">{use.words}</p>
			<p className="text-muted">
				{later
					? say("safeguards.list.family-later", { moment: momentInWords(use.familySeesAt, locale) })
					: say("safeguards.list.family-knows")}
			</p>
			{use.delayBecause ? <p className="text-muted">{say("safeguards.list.delay-because", { words: use.delayBecause })}</p> : null}
			{use.verdict ? (
				<Stack gap="2xs">
					<StateBadge tone={use.verdict === "justified" ? "positive" : "negative"} shape={use.verdict === "justified" ? "check" : "cross"}>
						{say("safeguards.list.judged", { verdict: say(term("emergencyVerdicts", use.verdict)), name: use.verdictByName ?? "" })}
					</StateBadge>
					<p>{use.verdictWords}</p>
				</Stack>
			) : judging ? (
				<Judge use={use} onDone={() => setJudging(false)} />
			) : (
				<Row spread>
					<StateBadge tone="warning" shape="warning">
						{say("safeguards.list.waits", { days: daysBetween(dayOf(use.createdAt), dayOf(now)) })}
					</StateBadge>
					{mayJudge && !use.own ? (
						<Button look="soft" onClick={() => setJudging(true)}>
							{say("safeguards.list.judge")}
						</Button>
					) : use.own ? (
						<span className="text-muted">{say("safeguards.list.own")}</span>
					) : null}
				</Row>
			)}
		</Card>
	);
}

function Judge({ use, onDone }: { use: EmergencyInList; onDone: () => void }) {
	const say = useText();
	const queries = useQueryClient();
	const form = useSavingForm<{ verdict: (typeof emergencyVerdicts)[number] | ""; words: string }>({
		defaultValues: { verdict: "", words: "" },
		schema: {
			safeParse: (values) =>
				(values as { verdict: string }).verdict === "" ? { success: false, error: { issues: [{ path: ["verdict"] }] } } : { success: true },
		},
		save: ({ verdict, words }) =>
			call(judgeEmergency, { params: { emergencyId: use.id }, body: { verdict: verdict || "not_justified", words } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["emergencies"] });
			toast({ words: say("safeguards.list.kept") });
			onDone();
		},
	});
	return (
		<Form
			form={form}
			submit={say("safeguards.list.keep")}
			actions={
				<Button look="quiet" onClick={onDone}>
					{say("ui.cancel")}
				</Button>
			}
		>
			<RadioCards
				label={say("safeguards.list.verdict")}
				column="12rem"
				cards={emergencyVerdicts.map((verdict) => ({ value: verdict, label: say(term("emergencyVerdicts", verdict)) }))}
				{...form.choice("verdict")}
			/>
			<TextArea label={say("safeguards.list.verdict-words")} hint={say("safeguards.list.verdict-hint")} rows={3} {...form.field("words")} />
		</Form>
	);
}
