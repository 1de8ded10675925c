import { dayInWords } from "@samenplan/language/dates";
import { Printer } from "lucide-react";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { Navigate } from "react-router";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Switch } from "../../ui/choice.tsx";
import { Page, PageTitle, Row, Stack } from "../../ui/layout.tsx";
import { StepMark } from "../../ui/step-mark.tsx";
import { CooperationAnswers } from "../parts/cooperation-answers.tsx";
import { GoalSights } from "../parts/side-by-side.tsx";
import { useEvaluations, useGoalsToScore } from "../talk.ts";

/** The talk itself: one page for the table, in large letters, with nothing on it but how everyone sees the goals. */
export default function TablePage() {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const here = `/families/${useFamilyId()}/steps/evaluate`;
	const { coming } = useEvaluations();
	const goals = useGoalsToScore();
	const [large, setLarge] = useState(true);
	useEffect(() => {
		const { dataset } = document.documentElement;
		if (large) dataset.table = "on";
		return () => {
			delete dataset.table;
		};
	}, [large]);
	if (!coming || !can("evaluation.decide")) return <Navigate replace to={here} />;
	return (
		<Page>
			<PageTitle
				title={say("evaluate.table.title")}
				intro={say("evaluate.table.intro", { day: dayInWords(coming.dueOn, locale) })}
				mark={<StepMark step="evaluate" size="3.2rem" />}
				back={{ to: here, label: say("evaluate.back") }}
			/>
			<div className="sp-no-print">
				<Row gap="lg">
					<Switch label={say("evaluate.table.larger")} checked={large} onChange={(event) => setLarge(event.target.checked)} />
					<Button look="soft" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
						{say("evaluate.table.print")}
					</Button>
				</Row>
			</div>
			<Stack gap="xl" className="ev-table">
				{goals.map((goal) => (
					<GoalSights key={goal.id} evaluation={coming} goal={goal} level={2} table />
				))}
				{goals.length === 0 ? <p>{say("evaluate.no-goals")}</p> : null}
				<CooperationAnswers evaluation={coming} level={2} />
			</Stack>
			<div>
				<ButtonLink to={`${here}#talk`}>{say("evaluate.table.to-talk")}</ButtonLink>
			</div>
		</Page>
	);
}
