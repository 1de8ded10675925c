import { answerConsent, type Consent } from "@samenplan/contract/consents";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { BookOpen, Check, HandHeart, MessageCircleQuestionMark, UserPlus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { Text, useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { waitsForMe } from "../queries.ts";
import "../consents.css";

export const pictures: Record<Consent["kind"], ReactNode> = {
	share: <BookOpen aria-hidden="true" />,
	involve: <UserPlus aria-hidden="true" />,
	ask_information: <MessageCircleQuestionMark aria-hidden="true" />,
	help: <HandHeart aria-hidden="true" />,
};

/** One question of consent as the family reads it: who, what, why, until when, and who decides. */
export function ConsentCard({ consent, me, actions }: { consent: Consent; me: string; actions?: ReactNode }) {
	const say = useText();
	return (
		<Card as="article" className="consent">
			<ConsentWords consent={consent} />
			<WhoDecides consent={consent} me={me} />
			{consent.deviation ? (
				<Notice kind="warning" title={say("consent.deviation.title")}>
					<p>{consent.deviation.because}</p>
					<p className="sp-hint">
						<Text id="consent.deviation.by" values={{ name: nameIn(consent, consent.deviation.by) }} />
					</p>
				</Notice>
			) : null}
			{waitsForMe(consent, me) ? <Answer consent={consent} /> : null}
			{consent.mine && !waitsForMe(consent, me) ? <MyAnswer consent={consent} me={me} /> : null}
			{actions}
		</Card>
	);
}

type Words = Pick<Consent, "kind" | "what" | "to" | "why" | "untilOn" | "aboutPersonId" | "names"> & {
	parts: Pick<Consent["parts"][number], "objectId" | "object" | "words">[];
};

/** The question itself; also what the asker sees before it is sent. */
export function ConsentWords({ consent }: { consent: Words }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<>
			<header className="consent-head">
				<span className="consent-picture">{pictures[consent.kind]}</span>
				<h3>{say(`consent.question.${consent.kind}`, { to: consent.to })}</h3>
			</header>
			<p className="consent-what">{consent.what}</p>
			{consent.parts.length > 0 ? (
				<div>
					<p>
						<Text id="consent.parts" values={{ to: consent.to }} />
					</p>
					<ul className="consent-parts">
						{consent.parts.map(({ object, objectId, words }) => (
							<li key={objectId}>{object === "plan_version" ? say("consent.version", { number: words }) : words}</li>
						))}
					</ul>
				</div>
			) : null}
			<dl className="consent-facts">
				{consent.why ? (
					<div>
						<dt>{say("consent.why")}</dt>
						<dd>{consent.why}</dd>
					</div>
				) : null}
				<div>
					<dt>{say("consent.about")}</dt>
					<dd>{nameIn(consent, consent.aboutPersonId)}</dd>
				</div>
				<div>
					<dt>{say("consent.until")}</dt>
					<dd>{consent.untilOn ? dateInWords(consent.untilOn, locale) : say("consent.until-taken-back")}</dd>
				</div>
			</dl>
		</>
	);
}

const tones = {
	stands: "positive",
	stands_by_deviation: "warning",
	goes_on: "positive",
	over: "neutral",
	nobody: "warning",
	refused: "negative",
	withdrawn: "negative",
	waiting: "action",
} as const;

function WhoDecides({ consent, me }: { consent: Consent; me: string }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<div className="consent-who">
			<StateBadge tone={tones[consent.standing]}>{say(term("consentStandings", consent.standing))}</StateBadge>
			<ul aria-label={say("consent.who-decides")}>
				{consent.must.map(({ personId, answer }) => (
					<li key={personId} data-answer={answer?.answer ?? "none"}>
						{answer?.answer === "given" ? (
							<Check aria-hidden="true" />
						) : answer ? (
							<X aria-hidden="true" />
						) : (
							<span className="consent-open" aria-hidden="true" />
						)}
						<span>
							{personId === me ? say("consent.you") : nameIn(consent, personId)}:{" "}
							{answer ? say(term("consentAnswers", answer.answer)).toLocaleLowerCase(locale) : say("consent.nothing-yet")}
							{answer?.recorded ? <> ({say("consent.recorded")})</> : null}
							{answer?.text ? <q className="consent-said">{answer.text}</q> : null}
						</span>
					</li>
				))}
			</ul>
			<p className="sp-hint">
				{say(`consent.means.${consent.standing}`, { names: stillToAnswer(consent, me, say("consent.you"), locale) })}
			</p>
		</div>
	);
}

/** Two big buttons; a word beside it may stay out. */
function Answer({ consent }: { consent: Consent }) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(answerConsent);
	const [text, setText] = useState("");
	const answer = (given: "given" | "refused") =>
		write.mutate(
			{ params: { familyId, consentId: consent.id }, body: { answer: given, text } },
			{ onSuccess: () => toast({ words: say(given === "given" ? "consent.thanks-yes" : "consent.thanks-no") }) },
		);
	return (
		<div className="consent-answer">
			{write.error ? <ProblemNotice error={write.error} /> : null}
			<div className="consent-buttons">
				<Button
					look="primary"
					wide
					icon={<Check aria-hidden="true" />}
					pending={write.isPending && write.variables.body.answer === "given"}
					aria-label={say("consent.yes-to", { to: consent.to })}
					onClick={() => answer("given")}
				>
					{say("consent.yes")}
				</Button>
				<Button
					look="soft"
					wide
					icon={<X aria-hidden="true" />}
					disabled={write.isPending}
					aria-label={say("consent.no-to", { to: consent.to })}
					onClick={() => answer("refused")}
				>
					{say("consent.no")}
				</Button>
			</div>
			<Disclosure title={say("consent.say-more")}>
				<TextArea label={say("consent.words")} rows={2} optional value={text} onChange={(event) => setText(event.target.value)} />
			</Disclosure>
			<p className="sp-hint">{say("consent.both-fine")}</p>
		</div>
	);
}

/** What I answered, and the way back: one click here, one to be sure. */
function MyAnswer({ consent, me }: { consent: Consent; me: string }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const write = useFamilyWrite(answerConsent);
	const [sure, setSure] = useState(false);
	const mine = consent.must.find(({ personId }) => personId === me)?.answer;
	if (!mine || consent.standing === "over") return null;
	const given = mine.answer === "given";
	const send = (answer: "given" | "withdrawn") =>
		write.mutate(
			{ params: { familyId, consentId: consent.id }, body: { answer, text: "" } },
			{
				onSuccess: () => {
					setSure(false);
					toast({ words: say(answer === "given" ? "consent.thanks-yes" : "consent.taken-back") });
				},
			},
		);
	return (
		<div className="consent-answer">
			<p className="sp-hint">{say(saidKeys[mine.answer], { day: dateInWords(dayOf(mine.createdAt), locale) })}</p>
			<div>
				{given ? (
					<Button look="soft" onClick={() => setSure(true)} aria-label={say("consent.take-back-of", { to: consent.to })}>
						{say("consent.take-back")}
					</Button>
				) : (
					<Button
						look="soft"
						pending={write.isPending}
						onClick={() => send("given")}
						aria-label={say("consent.yes-after-all-to", { to: consent.to })}
					>
						{say("consent.yes-after-all")}
					</Button>
				)}
			</div>
			<ConfirmDialog
				open={sure}
				onClose={() => setSure(false)}
				title={say("consent.take-back.title")}
				confirm={say("consent.take-back.confirm")}
				onConfirm={() => send("withdrawn")}
				pending={write.isPending}
				error={write.error ? <ProblemNotice error={write.error} /> : undefined}
			>
				<p>{say("consent.take-back.words", { to: consent.to })}</p>
			</ConfirmDialog>
		</div>
	);
}

export function nameIn(consent: Pick<Consent, "names">, personId: string): string {
	return consent.names.find(({ id }) => id === personId)?.name ?? "";
}

function stillToAnswer(consent: Consent, me: string, you: string, locale: string): string {
	const open = consent.must
		.filter(({ answer }) => answer?.answer !== "given")
		.map(({ personId }) => (personId === me ? you : nameIn(consent, personId)));
	return nameList(open, locale);
}

/** What was said last, so that a yes taken back is not called a no. */
const saidKeys = { given: "consent.you-said-yes", refused: "consent.you-said-no", withdrawn: "consent.you-took-back" } as const;
