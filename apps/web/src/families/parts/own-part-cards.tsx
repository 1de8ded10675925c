import { reportAction } from "@samenplan/contract/goals";
import type { OwnPart } from "@samenplan/contract/own-part";
import { commentOnShared, noteSharedProgress, offerOnShared, withdrawOwnOffer } from "@samenplan/contract/shares";
import { dateInWords, dayInWords, dayOf } from "@samenplan/language/dates";
import { Check, HandHelping } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { clearDraft } from "../../lib/draft.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { GoalLadder, type Level } from "../../ui/goal-ladder.tsx";
import { Row } from "../../ui/layout.tsx";
import { Quote } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import "./own-part.css";

type Remark = OwnPart["texts"][number];

/** A goal that was shared: its words, what one notices, and what was said about it. Nobody's scores. */
export function OwnGoalCard({ goal, me, mayComment }: { goal: OwnPart["goals"][number]; me: string; mayComment: boolean }) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(commentOnShared);
	return (
		<Card as="article" className="own-card">
			<header className="own-head">
				<h3>{goal.text}</h3>
				<StateBadge tone={goal.state === "achieved" ? "achieved" : "action"}>{say(term("goalStates", goal.state))}</StateBadge>
			</header>
			{goal.levels.some((words) => words !== "") ? (
				<Disclosure title={say("people.shared.levels")}>
					<GoalLadder words={Object.fromEntries(goal.levels.map((words, nth) => [nth - 2, words])) as Partial<Record<Level, string>>} />
				</Disclosure>
			) : null}
			<Remarks remarks={goal.remarks} me={me} />
			{mayComment ? (
				<SaySomething
					field={`shared.goal.${goal.id}`}
					title={say("people.shared.say")}
					label={say("people.shared.say-label")}
					send={(text) => write.mutateAsync({ params: { familyId, object: "goal", objectId: goal.id }, body: { text } })}
				/>
			) : null}
			<Shared by={goal.sharedBy} untilOn={goal.untilOn} />
		</Card>
	);
}

/** Help that was shared: who, when, when we look back, and how it goes. */
export function OwnHelpCard({ help, me, may }: { help: OwnPart["help"][number]; me: string; may: OwnPart["may"] }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const comment = useFamilyWrite(commentOnShared);
	const note = useFamilyWrite(noteSharedProgress);
	return (
		<Card as="article" className="own-card">
			<header className="own-head">
				<h3>{help.what}</h3>
				<StateBadge tone="action">{say(term("helpStates", help.state))}</StateBadge>
			</header>
			<p>
				{say("people.shared.period", {
					provider: help.provider,
					from: dayInWords(help.startsOn, locale),
					to: dayInWords(help.endsOn, locale),
				})}
			</p>
			<p>{say("people.shared.look-back", { day: dayInWords(help.evaluationOn, locale) })}</p>
			<Remarks remarks={[...help.notes, ...help.remarks].sort((a, b) => a.createdAt.localeCompare(b.createdAt))} me={me} />
			{may.noteProgress ? (
				<SaySomething
					field={`shared.progress.${help.id}`}
					title={say("people.shared.note")}
					label={say("people.shared.note-label")}
					send={(text) => note.mutateAsync({ params: { familyId, helpId: help.id }, body: { text } })}
				/>
			) : may.comment ? (
				<SaySomething
					field={`shared.help.${help.id}`}
					title={say("people.shared.say")}
					label={say("people.shared.say-label")}
					send={(text) => comment.mutateAsync({ params: { familyId, object: "help", objectId: help.id }, body: { text } })}
				/>
			) : null}
			<Shared by={help.sharedBy} untilOn={help.untilOn} />
		</Card>
	);
}

/** Something the family asks: say that you do it, change your words, or take it back. */
export function OwnAskCard({ ask, mayOffer }: { ask: OwnPart["asks"][number]; mayOffer: boolean }) {
	const say = useText();
	const familyId = useFamilyId();
	const offer = useFamilyWrite(offerOnShared);
	const takeBack = useFamilyWrite(withdrawOwnOffer);
	const params = { familyId, askId: ask.id };
	const over = ask.state === "done" || ask.state === "withdrawn";
	return (
		<Card as="article" className="own-card">
			<header className="own-head">
				<h3>{ask.text}</h3>
				{over ? <StateBadge tone="neutral">{say(term("askStates", ask.state))}</StateBadge> : null}
			</header>
			{ask.whenText ? <p>{ask.whenText}</p> : null}
			{ask.offer === null ? null : (
				<p className="own-offer">
					<Check aria-hidden="true" /> {say("people.shared.you-do", { words: ask.offer })}
				</p>
			)}
			{mayOffer && !over ? (
				ask.offer === null ? (
					<>
						{offer.error ? <ProblemNotice error={offer.error} /> : null}
						<div>
							<Button
								icon={<HandHelping aria-hidden="true" />}
								pending={offer.isPending}
								aria-label={say("people.shared.i-do-of", { ask: ask.text })}
								onClick={() =>
									offer.mutate(
										{ params, body: { text: say("people.shared.i-do") } },
										{ onSuccess: () => toast({ words: say("people.shared.offered") }) },
									)
								}
							>
								{say("people.shared.i-do")}
							</Button>
						</div>
						<SaySomething
							field={`shared.offer.${ask.id}`}
							title={say("people.shared.own-words")}
							label={say("people.shared.offer-label")}
							send={(text) => offer.mutateAsync({ params, body: { text } })}
						/>
					</>
				) : (
					<div>
						<Button look="quiet" size="small" pending={takeBack.isPending} onClick={() => takeBack.mutate({ params })}>
							{say("people.shared.not-after-all")}
						</Button>
					</div>
				)
			) : null}
			<Shared by={ask.sharedBy} untilOn={ask.untilOn} />
		</Card>
	);
}

/** One's own small steps, one tap each; a tap can be taken back. */
export function OwnSteps({ steps }: { steps: OwnPart["steps"] }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const report = useFamilyWrite(reportAction);
	const tell = (actionId: string, state: "to_do" | "done") =>
		report.mutate(
			{ params: { familyId, actionId }, body: { state, note: "" } },
			{ onSuccess: () => (state === "done" ? toast({ words: say("actions.well-done"), undo: () => tell(actionId, "to_do") }) : undefined) },
		);
	return (
		<ul className="own-steps">
			{steps.map(({ id, text, dueOn, repeats, state }) => (
				<li key={id}>
					<span>
						{text}
						<small>
							{[dueOn ? say("actions.by", { day: dayInWords(dueOn, locale) }) : "", repeats === "once" ? "" : say(term("repeats", repeats))]
								.filter(Boolean)
								.join(" · ")}
						</small>
					</span>
					{state === "to_do" ? (
						<Button
							look="soft"
							icon={<Check aria-hidden="true" />}
							aria-label={say("actions.done-of", { action: text })}
							onClick={() => tell(id, "done")}
						>
							{say("actions.done")}
						</Button>
					) : (
						<StateBadge tone={state === "done" ? "achieved" : "neutral"}>{say(term("actionStates", state))}</StateBadge>
					)}
				</li>
			))}
		</ul>
	);
}

function Remarks({ remarks, me }: { remarks: readonly Remark[]; me: string }) {
	const { locale } = useIntl();
	return remarks.map(({ id, text, name, createdAt, mine }) => (
		<Quote key={id} personId={mine ? me : name} name={name} when={dayInWords(dayOf(createdAt), locale)}>
			{text}
		</Quote>
	));
}

/** Words of one's own, folded away until one wants to say something; what was typed stays when sending fails. */
function SaySomething({
	field,
	title,
	label,
	send,
}: {
	field: string;
	title: string;
	label: string;
	send: (text: string) => Promise<unknown>;
}) {
	const say = useText();
	const familyId = useFamilyId();
	const [text, setText] = useState("");
	const [sent, setSent] = useState(0);
	const [pending, setPending] = useState(false);
	const [problem, setProblem] = useState<unknown>();
	const submit = async () => {
		if (text.trim() === "") return;
		setPending(true);
		setProblem(undefined);
		try {
			await send(text);
			clearDraft(familyId, field);
			setText("");
			setSent((count) => count + 1);
			toast({ words: say("people.shared.said") });
		} catch (error) {
			setProblem(error);
		} finally {
			setPending(false);
		}
	};
	return (
		<Disclosure key={sent} title={title}>
			<form
				className="sp-stack"
				data-gap="sm"
				noValidate
				onSubmit={(event) => {
					event.preventDefault();
					void submit();
				}}
			>
				<DraftTextArea
					familyId={familyId}
					field={field}
					label={label}
					hint={say("people.shared.who-reads")}
					rows={3}
					value={text}
					onValue={setText}
				/>
				{problem ? <ProblemNotice error={problem} /> : null}
				<Row>
					<Button type="submit" pending={pending}>
						{say("people.shared.send")}
					</Button>
				</Row>
			</form>
		</Disclosure>
	);
}

function Shared({ by, untilOn }: { by: string; untilOn: string | null }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<p className="sp-hint">
			{untilOn ? say("people.shared.by-until", { name: by, day: dateInWords(untilOn, locale) }) : say("people.shared.by", { name: by })}
		</p>
	);
}
