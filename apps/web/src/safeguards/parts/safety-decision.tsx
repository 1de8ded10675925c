import { decideSafety, type SafetyDecision, type SafetyTrack, safetyDecisions } from "@samenplan/contract/safety";
import { directionOf } from "@samenplan/plan-rules/reporting-code";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useSafetyEntry } from "./safety-write.tsx";

const numbers = [1, 2, 3, 4, 5] as const;

/** Step 5: the five questions in order, where the answers point, the decision, and what was shared without consent. */
export function SafetyDecisionPart({ track }: { track: SafetyTrack }) {
	const say = useText();
	const answers = numbers.map((number) => track.entries.findLast(({ question }) => question === number)?.answer ?? undefined);
	const way = directionOf(answers);
	const next = "next" in way ? way.next : undefined;
	return (
		<Stack gap="lg">
			<ol className="sp-safety-questions">
				{numbers.map((number) => (
					<Question
						key={`${number}/${track.entries.length}`}
						track={track}
						number={number}
						answer={answers[number - 1]}
						asked={number === next}
						reached={next === undefined || number <= next}
						later={"direction" in way && way.direction === "help" && number === 5}
					/>
				))}
			</ol>
			{"direction" in way ? (
				<>
					<Notice title={say("safeguards.safety.direction")} kind={way.direction === "report" ? "warning" : "info"}>
						<p>{say(`safeguards.safety.direction.${way.direction}`)}</p>
						<p>{say("safeguards.safety.direction.you")}</p>
					</Notice>
					<Decide key={track.version} track={track} />
				</>
			) : null}
			<Disclosure title={say("safeguards.safety.share")}>
				<Share key={track.entries.length} track={track} />
			</Disclosure>
		</Stack>
	);
}

type QuestionProps = {
	track: SafetyTrack;
	number: 1 | 2 | 3 | 4 | 5;
	answer: boolean | undefined;
	asked: boolean;
	reached: boolean;
	later: boolean;
};

function Question({ track, number, answer, asked, reached, later }: QuestionProps) {
	const say = useText();
	const [open, setOpen] = useState(asked);
	const given = track.entries.findLast(({ question }) => question === number);
	return (
		<li data-asked={asked}>
			<p className="sp-safety-question">
				<span className="sp-safety-mark" data-done={answer !== undefined} aria-hidden="true">
					{number}
				</span>
				<b>{say(`safeguards.safety.question${number}`)}</b>
			</p>
			{given && answer !== undefined ? (
				<div className="sp-safety-given">
					<StateBadge tone={answer ? "action" : "neutral"} shape={answer ? "check" : "cross"}>
						{say(answer ? "safeguards.safety.yes" : "safeguards.safety.no")}
					</StateBadge>
					<span className="sp-uses-words">{given.text}</span>
				</div>
			) : null}
			{open ? <Answer track={track} number={number} /> : null}
			{!open && answer === undefined && reached ? (
				<p className="text-muted">{say(later ? "safeguards.safety.later" : "safeguards.safety.not-needed")}</p>
			) : null}
			{!open && reached ? (
				<Button look="quiet" size="small" onClick={() => setOpen(true)}>
					{say(answer === undefined ? "safeguards.safety.answer" : "safeguards.safety.answer-again")}
				</Button>
			) : null}
		</li>
	);
}

function Answer({ track, number }: Pick<QuestionProps, "track" | "number">) {
	const say = useText();
	const { write, written } = useSafetyEntry(track);
	const form = useSavingForm<{ answer: "yes" | "no" | ""; text: string }>({
		defaultValues: { answer: "", text: "" },
		schema: {
			safeParse: (values) =>
				(values as { answer: string }).answer === "" ? { success: false, error: { issues: [{ path: ["answer"] }] } } : { success: true },
		},
		save: ({ answer, text }) => write({ kind: "question", question: number, answer: answer === "yes", text, happenedOn: today() }),
		onSaved: written,
	});
	return (
		<Form form={form} submit={say("safeguards.safety.answer-keep")} submitLook="soft">
			<RadioCards
				label={say("safeguards.safety.answer")}
				column="8rem"
				cards={[
					{ value: "yes", label: say("safeguards.safety.yes") },
					{ value: "no", label: say("safeguards.safety.no") },
				]}
				{...form.choice("answer")}
			/>
			<TextArea label={say("safeguards.safety.answer-why")} rows={2} {...form.field("text")} />
		</Form>
	);
}

function Decide({ track }: { track: SafetyTrack }) {
	const say = useText();
	const queries = useQueryClient();
	const { familyId } = useSafetyEntry(track);
	const form = useSavingForm<{ decision: SafetyDecision | ""; text: string }>({
		defaultValues: { decision: "", text: "" },
		draft: { familyId, field: `safety.${track.id}.decision` },
		schema: {
			safeParse: (values) =>
				(values as { decision: string }).decision === ""
					? { success: false, error: { issues: [{ path: ["decision"] }] } }
					: { success: true },
		},
		save: ({ decision, text }) =>
			call(decideSafety, {
				params: { familyId, safetyTrackId: track.id },
				body: { decision: decision || "report", text, happenedOn: today(), version: track.version },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["safety", familyId] });
			toast({ words: say("safeguards.safety.added") });
		},
	});
	return (
		<Form form={form} submit={say("safeguards.safety.decide-keep")}>
			<RadioCards
				label={say("safeguards.safety.decide")}
				column="16rem"
				cards={safetyDecisions.map((decision) => ({ value: decision, label: say(term("safetyDecisions", decision)) }))}
				{...form.choice("decision")}
			/>
			<TextArea label={say("safeguards.safety.decide-why")} hint={say("safeguards.safety.decide-hint")} rows={4} {...form.field("text")} />
		</Form>
	);
}

function Share({ track }: { track: SafetyTrack }) {
	const say = useText();
	const { write, written } = useSafetyEntry(track);
	const form = useSavingForm({
		defaultValues: { withWhom: "", text: "" },
		save: ({ withWhom, text }) => write({ kind: "shared_without_consent", withWhom, text, happenedOn: today() }),
		onSaved: written,
	});
	return (
		<Form form={form} submit={say("safeguards.safety.share-keep")} submitLook="soft">
			<p>{say("safeguards.safety.share-words")}</p>
			<TextField label={say("safeguards.safety.with-share")} autoComplete="off" {...form.field("withWhom")} />
			<TextArea label={say("safeguards.safety.share-weigh")} hint={say("safeguards.safety.share-hint")} rows={4} {...form.field("text")} />
		</Form>
	);
}
