import type { HandoverOfTeam } from "@samenplan/contract/taking-over";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { ArrowLeftRight } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row, Section, Stack } from "../../ui/layout.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { teamHandoversQuery } from "../queries.ts";
import { AnswerCounts } from "./answer-counts.tsx";
import "../handovers.css";

/** For the team lead: who asked for another coordinator, what was arranged, and what a colleague did not take. */
export function TeamHandovers() {
	const say = useText();
	const { data } = useQuery(teamHandoversQuery);
	if (!data) return null;
	return (
		<Section
			title={say("handover.team.title")}
			actions={
				<ButtonLink look="soft" size="small" to="/team/handover" icon={<ArrowLeftRight aria-hidden="true" />}>
					{say("handover.team.start")}
				</ButtonLink>
			}
		>
			{data.length === 0 ? (
				<p className="sp-hint">{say("handover.team.nothing")}</p>
			) : (
				<Stack gap="sm">
					{data.map((handover) => (
						<OfTeam key={handover.id} handover={handover} />
					))}
				</Stack>
			)}
		</Section>
	);
}

function OfTeam({ handover }: { handover: HandoverOfTeam }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<Card as="article">
			<Row spread align="start">
				<Stack gap="2xs">
					<Row gap="sm">
						<b>{handover.familyName}</b>
						<StateBadge tone={handover.state === "arranged" ? "action" : "warning"}>
							{say(term("handoverStates", handover.state))}
						</StateBadge>
					</Row>
					<span className="sp-hint">
						{say("handover.team.asked-by", { name: handover.askedByName, day: dayInWords(dayOf(handover.createdAt), locale) })}
						{" · "}
						{say("handover.team.from", { name: handover.fromName })}
					</span>
				</Stack>
				{handover.state === "arranged" ? null : (
					<ButtonLink size="small" to={`/team/handover?family=${handover.familyId}`}>
						{say(handover.state === "declined" ? "handover.team.choose-other" : "handover.team.choose")}
					</ButtonLink>
				)}
			</Row>
			<p className="sp-words">{handover.because}</p>
			{handover.state === "arranged" && handover.talkOn ? (
				<>
					<p>{say("handover.team.arranged", { name: handover.toName ?? "", day: dayInWords(handover.talkOn, locale) })}</p>
					<Row spread>
						<AnswerCounts answers={handover.answers} />
						<ButtonLink look="quiet" size="small" to={`/team/handover?family=${handover.familyId}`}>
							{say("handover.change")}
						</ButtonLink>
					</Row>
				</>
			) : null}
			{handover.state === "declined" ? (
				<p>
					<b>{say("handover.team.declined", { name: handover.toName ?? "" })}</b> {handover.answerWords}
				</p>
			) : null}
		</Card>
	);
}
