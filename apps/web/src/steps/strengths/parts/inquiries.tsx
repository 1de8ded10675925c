import type { Inquiry } from "@samenplan/contract/analysis";
import type { Step } from "@samenplan/contract/steps";
import { dateInWords } from "@samenplan/language/dates";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePersonName, usePlan } from "../../../plans/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Grid, Section } from "../../../ui/layout.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { TogetherText } from "../../parts/together-text.tsx";
import { useStep, useWriteStep } from "../../queries.ts";
import { InquiryDialog } from "./inquiry-dialog.tsx";
import "../strengths.css";

const looks = {
	open: { tone: "action", shape: "dot" },
	found: { tone: "positive", shape: "check" },
	dropped: { tone: "neutral", shape: "cross" },
} as const;

/** The inquiry plan: what we do not know yet, how we find out, with what, who and by when, and what we found. */
export function Inquiries({ writable }: { writable: boolean }) {
	const say = useText();
	const { inquiries } = usePlan();
	const [writing, setWriting] = useState<Inquiry | "new">();
	return (
		<section aria-label={say("strengths.inquiry")} id="inquiry">
			<Section
				title={say("strengths.inquiry")}
				intro={say("strengths.inquiry-intro")}
				actions={
					writable ? (
						<Button look="soft" size="small" icon={<Plus aria-hidden="true" />} onClick={() => setWriting("new")}>
							{say("strengths.work.inquiry-add")}
						</Button>
					) : null
				}
			>
				{inquiries.length === 0 ? (
					<p className="sp-hint">{say(writable ? "strengths.work.inquiry-empty" : "strengths.inquiry-none")}</p>
				) : (
					<Grid column="19rem">
						{inquiries.map((inquiry) => (
							<OneInquiry key={inquiry.id} inquiry={inquiry} onChange={writable ? () => setWriting(inquiry) : undefined} />
						))}
					</Grid>
				)}
				<EarlierText writable={writable} />
			</Section>
			{writing ? <InquiryDialog inquiry={writing === "new" ? undefined : writing} onClose={() => setWriting(undefined)} /> : null}
		</section>
	);
}

function OneInquiry({ inquiry, onChange }: { inquiry: Inquiry; onChange: (() => void) | undefined }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const { tone, shape } = looks[inquiry.state];
	const [question, ...more] = inquiry.question.split("\n");
	return (
		<Card>
			<article className="step-inquiry" aria-label={question} lang={inquiry.language}>
				<StateBadge tone={tone} shape={shape}>
					{say(term("inquiryStates", inquiry.state))}
				</StateBadge>
				<h3>{question}</h3>
				{more.length > 0 ? <p>{more.join("\n")}</p> : null}
				{inquiry.found ? (
					<div className="step-found">
						<b>{say("strengths.inquiry.found")}</b>
						<p>{inquiry.found}</p>
					</div>
				) : null}
				<dl className="step-facts">
					<Fact name={say("strengths.inquiry.how")}>{inquiry.how}</Fact>
					<Fact name={say("strengths.inquiry.instrument")}>{inquiry.instrument}</Fact>
					<Fact name={say("strengths.inquiry.who")}>{inquiry.personId ? nameOf(inquiry.personId) : ""}</Fact>
				</dl>
				{inquiry.suits === null ? null : (
					<p>
						<b>{say(inquiry.suits ? "strengths.inquiry.suits" : "strengths.inquiry.suits-not")}</b> {inquiry.suitsWords}
					</p>
				)}
				{onChange && inquiry.suits === false && inquiry.state === "open" ? (
					<p className="step-nudge">{say("strengths.work.inquiry.not-suited")}</p>
				) : null}
				{inquiry.dueOn && inquiry.state === "open" ? (
					<p className="sp-hint">{say("strengths.inquiry.by", { day: dateInWords(inquiry.dueOn, locale) })}</p>
				) : null}
				{onChange ? (
					<span className="step-change">
						<Button look="quiet" size="small" onClick={onChange}>
							{say("strengths.work.inquiry.change")}
							<span className="sp-hidden"> {question}</span>
						</Button>
					</span>
				) : null}
			</article>
		</Card>
	);
}

function Fact({ name, children }: { name: string; children: string }) {
	if (children === "") return null;
	return (
		<div>
			<dt>{name}</dt>
			<dd>{children}</dd>
		</div>
	);
}

/** What plans kept as one text before there were lines; it goes on counting, and can be changed. */
function EarlierText({ writable }: { writable: boolean }) {
	const say = useText();
	const step = useStep("strengths");
	const write = useWriteStep("strengths");
	if (!step.agreements) return null;
	return (
		<TogetherText<Step>
			field="step.strengths.agreements"
			label={say("strengths.inquiry.earlier")}
			value={step.agreements}
			version={step.version}
			empty={say("strengths.inquiry-none")}
			writable={writable && step.state !== "concluded"}
			save={write("agreements")}
			textOf={({ agreements }) => agreements}
		/>
	);
}
