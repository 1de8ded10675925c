import type { Decision } from "@samenplan/contract/help";
import { dayInWords } from "@samenplan/language/dates";
import { whyNot } from "@samenplan/plan-rules/moves";
import { Handshake, Plus } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { usePlanFacts } from "../../plans/facts.ts";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { useCan, usePersonName, usePlan } from "../../plans/queries.ts";
import { GiveAnswer } from "../../positions/parts/give-answer.tsx";
import { AgreementLine, Positions } from "../../positions/parts/positions.tsx";
import { useAgreement } from "../../positions/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { PersonName } from "../../ui/person.tsx";
import { weighedTexts, weighedTitles } from "../weighed.ts";
import { DecisionForm } from "./decision-form.tsx";
import "../help.css";

/** What was decided together and why, with each one's answer beside it. */
export function Decisions() {
	const say = useText();
	const can = useCan();
	const { decisions } = usePlan();
	const missing = whyNot(usePlanFacts(), "decide_help");
	const [deciding, setDeciding] = useState(false);
	const decide =
		can("help.write") && missing.length === 0 ? (
			<Button look={decisions.length > 0 ? "soft" : "primary"} icon={<Plus aria-hidden="true" />} onClick={() => setDeciding(true)}>
				{say("help.decide")}
			</Button>
		) : null;
	return (
		<Section title={say("help.decision")} actions={decisions.length > 0 ? decide : null} id="decision">
			{decisions.length === 0 ? (
				<EmptyState picture={<Handshake />} title={say("help.no-decision")} level={3} actions={decide}>
					{say("help.no-decision-words")}
				</EmptyState>
			) : null}
			{can("help.write") && missing.length > 0 && decisions.length === 0 ? (
				<Notice title={say("help.decide-not-yet")}>
					<Reasons codes={missing} />
				</Notice>
			) : null}
			{decisions.map((decision) => (
				<OneDecision key={decision.id} decision={decision} />
			))}
			<Dialog open={deciding} onClose={() => setDeciding(false)} title={say("help.decide")} width="wide">
				<DecisionForm onDone={() => setDeciding(false)} />
			</Dialog>
		</Section>
	);
}

function OneDecision({ decision }: { decision: Decision }) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const { viewer, helpOptions } = usePlan();
	const chosen = helpOptions.find(({ id }) => id === decision.optionId);
	const others = helpOptions.filter(({ id }) => id !== decision.optionId && decision.compared.includes(id));
	const weighed = weighedTexts.filter((key) => decision[key] !== "");
	const [editing, setEditing] = useState(false);
	const subject = { subject: "decision" as const, subjectId: decision.id, subjectVersion: decision.version };
	const mustAnswer = useAgreement()(subject).stands.some(({ personId }) => personId === viewer.personId);
	return (
		<article className="decision">
			<Stack gap="sm">
				<h3 className="decision-what">{decision.what}</h3>
				<p className="text-muted">{say("help.decided-on", { day: dayInWords(decision.decidedOn, locale) })}</p>
				<AgreementLine {...subject} />
			</Stack>
			<Stack gap="2xs">
				<h4>{say("help.why")}</h4>
				<p className="sp-words">{decision.why}</p>
				<Statements object="decision" objectId={decision.id} add />
			</Stack>
			{others.length > 0 ? (
				<Stack gap="2xs">
					<h4>{say("help.compared")}</h4>
					<ul className="decision-compared">
						{chosen ? (
							<li>
								<b>{say("help.compared-chosen", { name: chosen.name })}</b>
							</li>
						) : null}
						{others.map(({ id, name }) => (
							<li key={id}>{name}</li>
						))}
					</ul>
				</Stack>
			) : null}
			{weighed.length > 0 ? (
				<Stack gap="xs">
					<h4>{say("help.what-weighed")}</h4>
					<dl className="decision-weighed">
						{weighed.map((key) => (
							<div key={key}>
								<dt>{say(weighedTitles[key])}</dt>
								<dd>{decision[key]}</dd>
							</div>
						))}
					</dl>
				</Stack>
			) : null}
			<Stack gap="xs">
				<h4>{say("help.took-part")}</h4>
				<ul className="decision-people">
					{decision.tookPart.map((personId) => (
						<li key={personId}>
							<PersonName personId={personId} name={nameOf(personId)} size="2rem" />
						</li>
					))}
				</ul>
			</Stack>
			{mustAnswer && can("position.give") ? (
				<Stack gap="sm">
					<h4>{say("positions.give")}</h4>
					<GiveAnswer {...subject} about={decision.what} />
				</Stack>
			) : null}
			<Stack gap="sm">
				<h4>{say("positions.title")}</h4>
				<Positions {...subject} about={decision.what} />
			</Stack>
			{can("help.write") ? (
				<div>
					<Button look="quiet" size="small" onClick={() => setEditing(true)}>
						{say("help.decide-edit")}
					</Button>
				</div>
			) : null}
			<Dialog open={editing} onClose={() => setEditing(false)} title={say("help.decide-edit")} width="wide">
				<DecisionForm decision={decision} onDone={() => setEditing(false)} />
			</Dialog>
		</article>
	);
}
