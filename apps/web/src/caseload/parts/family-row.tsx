import type { CaseloadFamily } from "@samenplan/contract/caseload";
import { dayFromNow, dayInWords, dayOf } from "@samenplan/language/dates";
import { CircleCheck } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Card, CardLink } from "../../ui/card.tsx";
import { Chip } from "../../ui/person.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { Signals } from "./signals.tsx";

/** One family in the list: where it stands, what it needs, when the next talk is. */
export function FamilyRow({ family, today }: { family: CaseloadFamily; today: string }) {
	const say = useText();
	const { locale } = useIntl();
	const { currentStep, evaluationOn, openQuestions, lastContactAt } = family;
	return (
		<Card as="li" link className="sp-family-row">
			<div className="sp-family-row-name">
				{currentStep ? <StepMark step={currentStep} size="2.4rem" /> : null}
				<div>
					<h3>
						<CardLink to={`/families/${family.id}`}>{family.name}</CardLink>
					</h3>
					<p>
						{currentStep ? say(term("stepKinds", currentStep)) : say("caseload.no-step")}
						{family.complex ? <Chip>{say("caseload.complex")}</Chip> : null}
					</p>
				</div>
			</div>
			{family.signals.length > 0 ? (
				<Signals signals={family.signals} today={today} why />
			) : (
				<p className="sp-family-row-quiet">
					<CircleCheck aria-hidden="true" />
					{say("caseload.quiet")}
				</p>
			)}
			<dl className="sp-family-row-facts">
				<div>
					<dt>{say("caseload.evaluation")}</dt>
					<dd>{evaluationOn ? <time dateTime={evaluationOn}>{dayInWords(evaluationOn, locale)}</time> : say("caseload.no-evaluation")}</dd>
				</div>
				<div>
					<dt>{say("caseload.last-contact")}</dt>
					<dd>{lastContactAt ? dayFromNow(dayOf(lastContactAt), today, locale) : say("caseload.no-contact")}</dd>
				</div>
				<div>
					<dt>{say("caseload.questions")}</dt>
					<dd>{say("caseload.questions-count", { count: openQuestions })}</dd>
				</div>
			</dl>
		</Card>
	);
}
