import { type DisagreementTalk, recordDisagreementTalk, type talkSubjects } from "@samenplan/contract/disagreement-talks";
import { dayInWords } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { Hourglass, MessagesSquare, Signpost } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Subject, useAgreement, useTalks } from "../queries.ts";
import { TalkFields, type TalkValues } from "./talk-fields.tsx";
import "./positions.css";

type TalkSubject = Omit<Subject, "subject"> & { subject: (typeof talkSubjects)[number] };
type TalksProps = { subject: Subject; notAgreeable?: boolean; readOnly?: boolean };

/**
 * R3: who does not agree, what was said about it together, and whether we go on. A disagreement is never hidden; the coordinator
 * writes the talk down here.
 */
export function Talks({ subject, notAgreeable, readOnly }: TalksProps) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const agreement = useAgreement()(subject);
	const { talks, goesOn } = useTalks(subject);
	const [writing, setWriting] = useState(false);
	const disagree = agreement.disagreeing.length > 0;
	const about = talkSubjectOf(subject);
	const mayWrite = !readOnly && about !== undefined && disagree && can("position.explain") && can("plan.steer");
	if (talks.length === 0 && !mayWrite) return null;
	return (
		<div className="sp-talks">
			{goesOn ? (
				<Notice kind="warning" title={say("talks.goes-on")}>
					{say("talks.goes-on-words", { names: nameList(agreement.disagreeing.map(nameOf), locale), count: agreement.disagreeing.length })}
				</Notice>
			) : mayWrite && talks.length === 0 ? (
				<p className="sp-hint">{say("talks.first", { names: nameList(agreement.disagreeing.map(nameOf), locale) })}</p>
			) : null}
			{talks.length > 0 ? (
				<ul aria-label={say("talks.title")}>
					{talks.map((talk) => (
						<OneTalk key={talk.id} talk={talk} older={talk.subjectVersion < subject.subjectVersion} />
					))}
				</ul>
			) : null}
			{mayWrite ? (
				<div>
					<Button look="soft" size="small" icon={<MessagesSquare aria-hidden="true" />} onClick={() => setWriting(true)}>
						{say(talks.length > 0 ? "talks.write-another" : "talks.write")}
					</Button>
				</div>
			) : null}
			{writing && about ? <WriteTalk subject={about} notAgreeable={notAgreeable} onClose={() => setWriting(false)} /> : null}
		</div>
	);
}

/** What a talk is written down about here; a version of the plan goes on as a whole, on its own page. */
function talkSubjectOf({ subject, ...rest }: Subject): TalkSubject | undefined {
	return subject === "goal" || subject === "shared_picture" || subject === "decision" ? { subject, ...rest } : undefined;
}

function OneTalk({ talk, older }: { talk: DisagreementTalk; older: boolean }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	return (
		<li className="sp-talk" data-older={older}>
			<MessagesSquare aria-hidden="true" />
			<div>
				<p className="sp-talk-head">
					<b>{say("talks.on", { day: dayInWords(talk.heldOn, locale) })}</b>
					<StateBadge tone={talk.proceeds ? "action" : "neutral"} shape={talk.proceeds ? "dot" : "dashed"}>
						{say(talk.proceeds ? "talks.we-go-on" : "talks.we-wait")}
					</StateBadge>
					{older ? (
						<StateBadge tone="warning" shape="again">
							{say("positions.older-text")}
						</StateBadge>
					) : null}
				</p>
				{talk.tookPart.length > 0 ? (
					<p className="sp-hint">{say("talks.with", { names: nameList(talk.tookPart.map(nameOf), locale) })}</p>
				) : null}
				<blockquote lang={talk.language}>{talk.text}</blockquote>
				<p className="sp-hint">{say("positions.written-by", { name: nameOf(talk.writtenBy) })}</p>
			</div>
		</li>
	);
}

type Values = TalkValues & { outcome: "go_on" | "wait" | "" };

function WriteTalk({ subject, notAgreeable, onClose }: { subject: TalkSubject; notAgreeable?: boolean; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { viewer, help } = usePlan();
	const record = useFamilyWrite(recordDisagreementTalk);
	const { disagreeing, allAnswered } = useAgreement()(subject);
	const arranged = help.filter(({ decisionId }) => decisionId === subject.subjectId);
	const helpIsToBegin =
		subject.subject === "decision" && (arranged.length === 0 || arranged.some(({ state }) => state === "planned" || state === "waiting"));
	// The same three that the server looks at: the choice is not offered where it would be refused.
	const missing = [
		...(allAnswered ? [] : ["answers-missing"]),
		...(notAgreeable ? ["goal-not-noticeable"] : []),
		...(helpIsToBegin ? ["help-needs-consent"] : []),
	];
	const form = useSavingForm<Values>({
		defaultValues: { heldOn: today(), tookPart: [...disagreeing, viewer.personId], text: "", outcome: missing.length > 0 ? "wait" : "" },
		draft: { familyId, field: `talk.${subject.subject}.${subject.subjectId}` },
		schema: {
			safeParse: (values) => {
				const { outcome, text, tookPart } = values as Values;
				const empty = [...(text.trim() ? [] : ["text"]), ...(tookPart.length > 0 ? [] : ["tookPart"]), ...(outcome ? [] : ["outcome"])];
				return empty.length > 0 ? { success: false, error: { issues: empty.map((path) => ({ path: [path] })) } } : { success: true };
			},
		},
		save: ({ outcome, ...talk }) => {
			const { subject: kind, subjectId, subjectVersion } = subject;
			const proceeds = outcome === "go_on" && missing.length === 0;
			return record.mutateAsync({ params: { familyId }, body: { ...talk, subject: kind, subjectId, subjectVersion, proceeds } });
		},
		onSaved: () => {
			toast({ words: say("talks.written") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("talks.write")} width="wide" locked={form.pending}>
			<Form form={form} submit={say("talks.save")}>
				<TalkFields field={form.field} choice={form.choice} label={say("talks.text")} hint={say("talks.text-hint")} />
				{missing.length > 0 ? (
					<Notice title={say("talks.not-yet")}>
						<Reasons codes={missing} />
					</Notice>
				) : (
					<RadioCards<"go_on" | "wait" | "">
						label={say("talks.outcome")}
						column="15rem"
						cards={[
							{ value: "go_on", label: say("talks.we-go-on"), hint: say("talks.we-go-on-hint"), picture: <Signpost /> },
							{ value: "wait", label: say("talks.we-wait"), hint: say("talks.we-wait-hint"), picture: <Hourglass /> },
						]}
						{...form.choice("outcome")}
					/>
				)}
			</Form>
		</Dialog>
	);
}
