import { explainPosition, type Position } from "@samenplan/contract/positions";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import type { Stand } from "@samenplan/plan-rules/agreement";
import { useState } from "react";
import { useIntl } from "react-intl";
import { clearDraft } from "../../lib/draft.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { AnswerPicture } from "../../ui/answer-pictures.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { useFocusInside } from "../../ui/focus-inside.ts";
import { Avatar } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Subject, useAgreement, useTalks, useWhyAsked } from "../queries.ts";
import { GiveAnswer } from "./give-answer.tsx";
import { Talks } from "./talks.tsx";
import "./positions.css";

type PositionsProps = Subject & {
	/** What it is about, in words. */
	about?: string;
	/** R4, as in `GiveAnswer`. */
	notAgreeable?: boolean;
	/** Only shows; nothing to explain or to write down here. */
	readOnly?: boolean;
};

/**
 * Each one's answer as a face, a picture with a word, and their own words, with why that answer is needed; never a total or an
 * average. Below it what was said about a disagreement.
 */
export function Positions({ about = "", notAgreeable, readOnly, ...subject }: PositionsProps) {
	const say = useText();
	const agreement = useAgreement()(subject);
	const why = useWhyAsked();
	const stands = [...agreement.stands, ...agreement.others];
	if (stands.length === 0) return <p className="sp-hint">{say("positions.none-must")}</p>;
	return (
		<>
			<ul className="sp-positions" aria-label={say("positions.title")}>
				{stands.map((stand) => (
					<OnePosition
						key={stand.personId}
						stand={stand}
						why={why(stand.personId, agreement.stands.includes(stand))}
						about={about}
						subject={subject}
						notAgreeable={notAgreeable}
						readOnly={readOnly}
					/>
				))}
			</ul>
			<Talks subject={subject} notAgreeable={notAgreeable} readOnly={readOnly} />
		</>
	);
}

type OneProps = { stand: Stand<Position>; why: string; about: string; subject: Subject; notAgreeable?: boolean; readOnly?: boolean };

function OnePosition({ stand, why, about, subject, notAgreeable, readOnly }: OneProps) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const { family } = usePlan();
	const [recording, setRecording] = useState(false);
	const { given, personId } = stand;
	const name = nameOf(personId);
	const person = family.persons.find(({ id }) => id === personId);
	const mayRecord = !readOnly && can("position.record") && person && !person.hasAccount && (!given || stand.asked || stand.olderText);
	return (
		<li className="sp-position" data-older={stand.olderText}>
			<Avatar personId={personId} name={name} size="2.5rem" />
			<div className="sp-position-body">
				<p className="sp-position-head">
					<span className="sp-position-who">
						<b>{name}</b>
						<small>{why}</small>
					</span>
					{given ? (
						<span className="sp-position-answer" data-answer={given.answer}>
							<AnswerPicture answer={given.answer} size="1.5rem" />
							{say(`ui.answer.${given.answer}`)}
						</span>
					) : (
						<span className="sp-position-none">{say("positions.not-yet")}</span>
					)}
					{given ? (
						<span className="sp-position-small">
							{dateInWords(dayOf(given.createdAt), locale)}
							{given.recorded ? <> · {say("positions.recorded", { name: nameOf(given.writtenBy), who: name })}</> : null}
						</span>
					) : null}
				</p>
				{given?.text ? <blockquote lang={given.language}>{given.text}</blockquote> : null}
				{stand.olderText ? (
					<StateBadge tone="warning" shape="again">
						{say("positions.older-text")}
					</StateBadge>
				) : null}
				{given?.explanation ? (
					<div className="sp-position-explanation">
						<b>{say("positions.explanation-by", { name: nameOf(given.explainedBy ?? "") })}</b>
						<p>{given.explanation}</p>
					</div>
				) : null}
				{given && stand.awaitsExplanation ? (
					!readOnly && can("position.explain") ? (
						<Explain position={given} name={name} />
					) : (
						<StateBadge tone="action">{say("positions.awaits")}</StateBadge>
					)
				) : null}
				{mayRecord ? (
					<div>
						<Button look="soft" size="small" onClick={() => setRecording(true)}>
							{say("positions.record", { name })}
						</Button>
					</div>
				) : null}
			</div>
			<Dialog open={recording} onClose={() => setRecording(false)} title={say("positions.give-for", { name })} width="wide">
				<p className="sp-hint">{say("positions.record-hint", { name })}</p>
				<GiveAnswer {...subject} about={about} notAgreeable={notAgreeable} forPersonId={personId} onGiven={() => setRecording(false)} />
			</Dialog>
		</li>
	);
}

/** The coordinator's answer to "explain please", in place. */
function Explain({ position, name }: { position: Position; name: string }) {
	const say = useText();
	const familyId = useFamilyId();
	const explain = useFamilyWrite(explainPosition);
	const [open, setOpen] = useState(false);
	const part = useFocusInside<HTMLDivElement>(open);
	const [words, setWords] = useState("");
	const field = `explanation.${position.id}`;
	if (!open)
		return (
			<div>
				<Button look="soft" size="small" onClick={() => setOpen(true)}>
					{say("positions.explain-to", { name })}
				</Button>
			</div>
		);
	const send = async () => {
		if (!words.trim()) return;
		await explain.mutateAsync({ params: { familyId, positionId: position.id }, body: { text: words } }).then(
			() => {
				clearDraft(familyId, field);
				toast({ words: say("positions.explained") });
			},
			() => undefined,
		);
	};
	return (
		<div ref={part} className="sp-stack" data-gap="sm">
			<DraftTextArea
				familyId={familyId}
				field={field}
				label={say("positions.explain-to", { name })}
				hint={say("positions.explain-hint", { name })}
				value={words}
				onValue={setWords}
			/>
			{explain.error ? <ProblemNotice error={explain.error} /> : null}
			<div>
				<Button size="small" pending={explain.isPending} disabled={!words.trim()} onClick={() => void send()}>
					{say("positions.explain-send")}
				</Button>
			</div>
		</div>
	);
}

/** One line on how a subject stands: everyone agrees (with a "but" or without), everyone answered, we go on after a talk, or whom we wait for. */
export function AgreementLine(subject: Subject) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const { stands, agreed, allAnswered, waitingFor } = useAgreement()(subject);
	const { goesOn } = useTalks(subject);
	const but = stands.some(({ given }) => given?.answer === "agree_but");
	if (!agreed && !allAnswered && waitingFor.length === 0) return null;
	return (
		<div className="sp-agreement">
			{agreed ? (
				<StateBadge tone="positive">{say(but ? "positions.all-agree-but" : "positions.all-agree")}</StateBadge>
			) : goesOn ? (
				<StateBadge tone="warning">{say("talks.goes-on")}</StateBadge>
			) : allAnswered ? (
				<StateBadge tone="warning">{say("positions.all-answered")}</StateBadge>
			) : (
				<StateBadge tone="neutral">{say("positions.waiting-for", { names: nameList(waitingFor.map(nameOf), locale) })}</StateBadge>
			)}
		</div>
	);
}
