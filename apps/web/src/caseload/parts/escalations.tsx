import type { readTeam } from "@samenplan/contract/caseload";
import { answerEscalation, type CaseloadFamily, type Signal } from "@samenplan/contract/caseload";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { dayInWords } from "@samenplan/language/dates";
import { useQueryClient } from "@tanstack/react-query";
import { CircleCheck, HandHelping } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { teamQuery } from "../queries.ts";
import { useSignalWords } from "../signal-words.ts";

type Team = EndpointResponse<typeof readTeam>;
type Escalation = { family: CaseloadFamily; coordinator: string; signal: Signal };

/** So many are shown before one asks for more. */
const atOnce = 8;

/** What nobody picked up yet comes first; of those, what waits longest. */
function escalationsOf({ coordinators }: Team): Escalation[] {
	return coordinators
		.flatMap(({ name, families }) =>
			families.flatMap((family) =>
				family.signals.filter(({ escalatedOn }) => escalatedOn !== null).map((signal) => ({ family, coordinator: name, signal })),
			),
		)
		.sort(
			(one, other) =>
				Number(one.signal.pickedUp !== null) - Number(other.signal.pickedUp !== null) ||
				(one.signal.escalatedOn ?? "").localeCompare(other.signal.escalatedOn ?? ""),
		);
}

/** What was left lying too long: which family, what, since when, whose turn; and a word that somebody looks after it. */
export function Escalations({ team }: { team: Team }) {
	const say = useText();
	const [answering, setAnswering] = useState<Escalation>();
	const all = escalationsOf(team);
	const rows = (some: Escalation[]) => (
		<ul className="sp-family-rows">
			{some.map((each) => (
				<Row key={`${each.family.id} ${each.signal.kind}`} escalation={each} today={team.today} onAnswer={() => setAnswering(each)} />
			))}
		</ul>
	);
	return (
		<Section title={say("caseload.escalations.title")} intro={all.length > 0 ? say("caseload.escalations.intro") : undefined}>
			{all.length === 0 ? (
				<p className="sp-family-row-quiet">
					<CircleCheck aria-hidden="true" />
					{say("caseload.escalations.none")}
				</p>
			) : (
				<>
					{rows(all.slice(0, atOnce))}
					{all.length > atOnce ? (
						<Disclosure title={say("caseload.escalations.more", { count: all.length - atOnce })}>{rows(all.slice(atOnce))}</Disclosure>
					) : null}
				</>
			)}
			<Dialog open={answering !== undefined} onClose={() => setAnswering(undefined)} title={say("caseload.escalations.dialog")}>
				{answering ? <Answer escalation={answering} onDone={() => setAnswering(undefined)} /> : null}
			</Dialog>
		</Section>
	);
}

function Row({ escalation, today, onAnswer }: { escalation: Escalation; today: string; onAnswer: () => void }) {
	const say = useText();
	const { locale } = useIntl();
	const wordsOf = useSignalWords(today);
	const { family, coordinator, signal } = escalation;
	const { pickedUp } = signal;
	return (
		<Card as="li" className="sp-escalation" look={pickedUp ? "sunken" : "raised"}>
			<div>
				<h3>{family.name}</h3>
				<p>{wordsOf(signal)}</p>
				<p className="text-muted">
					{say(`caseload.turn.${signal.turn}`, { name: coordinator })}
					<br />
					{say("caseload.escalations.since", { day: dayInWords(signal.escalatedOn ?? today, locale) })}
				</p>
				{pickedUp ? (
					<p className="sp-escalation-said">
						<CircleCheck aria-hidden="true" />
						<span>
							{pickedUp.words
								? say("caseload.escalations.mine-words", { day: dayInWords(pickedUp.on, locale), words: pickedUp.words })
								: say("caseload.escalations.mine", { day: dayInWords(pickedUp.on, locale) })}
						</span>
					</p>
				) : null}
			</div>
			<Button
				look={pickedUp ? "quiet" : "soft"}
				size="small"
				icon={pickedUp ? undefined : <HandHelping aria-hidden="true" />}
				onClick={onAnswer}
			>
				{say(pickedUp ? "caseload.escalations.again" : "caseload.escalations.pick-up")}
				<span className="sp-hidden">: {family.name}</span>
			</Button>
		</Card>
	);
}

function Answer({ escalation: { family, coordinator, signal }, onDone }: { escalation: Escalation; onDone: () => void }) {
	const say = useText();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { words: signal.pickedUp?.words ?? "" },
		save: ({ words }) =>
			call(answerEscalation, { params: { familyId: family.id }, body: { kind: signal.kind, since: signal.since, words } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: teamQuery.queryKey });
			toast({ words: say("caseload.escalations.saved") });
			onDone();
		},
	});
	return (
		<>
			<p>{say("caseload.escalations.dialog-words", { name: coordinator })}</p>
			<Form form={form} submit={say("caseload.escalations.save")}>
				<TextArea
					label={say("caseload.escalations.words")}
					hint={say("caseload.escalations.words-hint")}
					optional
					maxLength={500}
					{...form.field("words")}
				/>
			</Form>
		</>
	);
}
