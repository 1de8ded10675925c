import { givePosition, recordPosition } from "@samenplan/contract/positions";
import { useEffect, useRef, useState } from "react";
import { clearDraft } from "../../lib/draft.ts";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { type Answer, AnswerPicture, AnswerPictures } from "../../ui/answer-pictures.tsx";
import { Button } from "../../ui/button.tsx";
import { useFocusInside } from "../../ui/focus-inside.ts";
import { Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Subject, useAgreement } from "../queries.ts";
import "./positions.css";

type GiveAnswerProps = Subject & {
	/** What it is about, in words: read out with the four pictures. */
	about: string;
	/** R4: it cannot be agreed to yet; saying no and asking for an explanation stay possible. */
	notAgreeable?: boolean;
	/** Writes down the answer of this person, together with them; otherwise the reader answers. */
	forPersonId?: string;
	onGiven?: () => void;
};

/**
 * Four big pictures: agree, agree but, do not agree, explain please. Shows nothing to who cannot answer. An answer that stands is
 * shown first, with a way to choose again.
 */
export function GiveAnswer(props: GiveAnswerProps) {
	const { about, notAgreeable, forPersonId, onGiven, ...subject } = props;
	const say = useText();
	const can = useCan();
	const { viewer } = usePlan();
	const nameOf = usePersonName();
	const agreement = useAgreement()(subject);
	const [again, setAgain] = useState(false);
	if (!can(forPersonId ? "position.record" : "position.give")) return null;
	const personId = forPersonId ?? viewer.personId;
	const stand = [...agreement.stands, ...agreement.others].find((each) => each.personId === personId);
	const mine = stand?.given;
	if (mine && !stand.asked && !stand.olderText && !again && !forPersonId)
		return (
			<Stack gap="sm">
				<p className="sp-my-answer">
					<AnswerPicture answer={mine.answer} size="2.75rem" />
					<span>
						<small>{say("positions.mine")}</small>
						<b>{say(`ui.answer.${mine.answer}`)}</b>
						{mine.text ? <q lang={mine.language}>{mine.text}</q> : null}
						{mine.recorded ? <small>{say("positions.recorded-mine", { name: nameOf(mine.writtenBy) })}</small> : null}
					</span>
				</p>
				{stand.awaitsExplanation ? <Notice>{say("positions.awaits-mine")}</Notice> : null}
				<div>
					<Button look="quiet" onClick={() => setAgain(true)}>
						{say("positions.change")}
					</Button>
				</div>
			</Stack>
		);
	return (
		<Stack gap="md">
			{stand?.olderText ? <Notice>{say("positions.asked-again")}</Notice> : null}
			{!stand?.olderText && stand?.asked && mine?.explanation ? (
				<Notice title={say("positions.asked-after-explanation")}>
					<p>{mine.explanation}</p>
				</Notice>
			) : null}
			<AnswerForm
				{...subject}
				about={about}
				notAgreeable={notAgreeable}
				forPersonId={forPersonId}
				again={again}
				onGiven={() => {
					setAgain(false);
					onGiven?.();
				}}
			/>
			{again ? (
				<div>
					<Button look="quiet" onClick={() => setAgain(false)}>
						{say("positions.keep")}
					</Button>
				</div>
			) : null}
		</Stack>
	);
}

/** @param again the reader asked to choose again: the pictures came where the button was, and take the focus */
function AnswerForm({
	about,
	notAgreeable,
	forPersonId,
	onGiven,
	again,
	subject,
	subjectId,
	subjectVersion,
}: GiveAnswerProps & { again: boolean }) {
	const pictures = useFocusInside<HTMLFieldSetElement>(again);
	const say = useText();
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const give = useFamilyWrite(givePosition);
	const record = useFamilyWrite(recordPosition);
	const [answer, setAnswer] = useState<Answer>();
	const [words, setWords] = useState("");
	const [missing, setMissing] = useState(false);
	const write = forPersonId ? record : give;
	const end = useRef<HTMLDivElement>(null);
	// A picture is not the answer yet. On a phone the button that gives it lies below the screen, so it comes into sight.
	useEffect(() => {
		if (answer) end.current?.scrollIntoView?.({ block: "nearest" });
	}, [answer]);
	const field = `position.${subjectId}.${forPersonId ?? "mine"}`;

	const send = async (chosen: Answer) => {
		const text = words.trim();
		if (text === "" && (chosen === "disagree" || chosen === "agree_but")) return setMissing(true);
		const body = { subject, subjectId, subjectVersion, answer: chosen, text };
		const sending = forPersonId
			? record.mutateAsync({ params: { familyId }, body: { ...body, personId: forPersonId } })
			: give.mutateAsync({ params: { familyId }, body });
		await sending.then(
			() => {
				clearDraft(familyId, field);
				setWords("");
				setAnswer(undefined);
				toast({ words: say("positions.sent") });
				onGiven?.();
			},
			// Shown below the pictures; what was typed stays.
			() => undefined,
		);
	};

	return (
		<Stack gap="md">
			{notAgreeable ? <p className="sp-hint">{say("positions.not-agreeable")}</p> : null}
			<AnswerPictures
				ref={pictures}
				label={`${forPersonId ? say("positions.give-for", { name: nameOf(forPersonId) }) : say("positions.give")} ${about}`}
				value={answer}
				possible={notAgreeable ? ["disagree", "explain"] : undefined}
				onAnswer={(chosen) => {
					setAnswer(chosen);
					setMissing(false);
				}}
			/>
			{answer ? (
				<>
					<DraftTextArea
						familyId={familyId}
						field={field}
						label={say(`positions.words.${answer}`)}
						optional={answer === "agree" || answer === "explain"}
						error={missing ? say("positions.words-needed") : undefined}
						value={words}
						onValue={(value) => {
							setWords(value);
							if (value.trim()) setMissing(false);
						}}
					/>
					{write.error ? (
						asProblem(write.error).code === "conflict" ? (
							<Notice kind="warning" live>
								{say("positions.changed-meanwhile")}
							</Notice>
						) : (
							<ProblemNotice error={write.error} />
						)
					) : null}
					<div ref={end}>
						<Button pending={write.isPending} onClick={() => void send(answer)}>
							{say(forPersonId ? "positions.send-for" : "positions.send")}
						</Button>
					</div>
				</>
			) : null}
		</Stack>
	);
}
