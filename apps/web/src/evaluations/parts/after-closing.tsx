import { dayInWords } from "@samenplan/language/dates";
import { HeartHandshake, RotateCcw } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { MilestoneWish } from "../../milestones/parts/milestone-wish.tsx";
import { today } from "../../plans/facts.ts";
import { usePeople } from "../../plans/people.ts";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row, Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { CheckInDialog, MoveCheckInDialog, ReopenDialog } from "./after-closing-dialogs.tsx";
import "./evaluations.css";

/** What a closed plan says to the family: it is done, who to turn to, and when somebody asks how it goes. */
export function AfterClosing() {
	const say = useText();
	const { plan } = usePlan();
	const { coordinator } = usePeople();
	const home = `/families/${useFamilyId()}`;
	const name = coordinator?.givenName ?? "";
	return (
		<>
			<Card look="achieved">
				<Ended />
			</Card>
			{plan.turnTo ? (
				<Section title={say("evaluate.closed.turn-to")}>
					<p className="sp-words plan-question">{plan.turnTo}</p>
				</Section>
			) : null}
			<CheckInWords />
			<Section title={say("milestones.link")}>
				<MilestoneWish />
				<p>{say("evaluate.closed.again", { name })}</p>
				<Row gap="sm">
					<ButtonLink look="soft" to={`${home}/questions`}>
						{say("evaluate.closed.ask")}
					</ButtonLink>
					<ButtonLink look="quiet" to={`${home}/milestones`}>
						{say("milestones.title")}
					</ButtonLink>
				</Row>
			</Section>
		</>
	);
}

function Ended() {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = usePlan();
	return (
		<Stack gap="sm" className="ev-ended">
			<h2>{say("evaluate.closed.title")}</h2>
			{plan.closedOn ? <p>{say("evaluate.closed.on", { day: dayInWords(plan.closedOn, locale) })}</p> : null}
			<p className="sp-words">{plan.closingReason}</p>
			{plan.aftercare ? (
				<div>
					<b>{say("evaluate.closed.agreed")}</b>
					<p className="sp-words">{plan.aftercare}</p>
				</div>
			) : null}
		</Stack>
	);
}

function CheckInWords() {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = usePlan();
	const { coordinator } = usePeople();
	if (plan.checkedInOn)
		return (
			<Section title={say("evaluate.closed.checked-in", { day: dayInWords(plan.checkedInOn, locale) })}>
				<p className="sp-words">{plan.checkInWords}</p>
			</Section>
		);
	if (!plan.checkInOn) return null;
	return (
		<p className="sp-row" data-gap="sm">
			<HeartHandshake aria-hidden="true" />
			<span>{say("evaluate.closed.check-in", { day: dayInWords(plan.checkInOn, locale), name: coordinator?.givenName ?? "" })}</span>
		</p>
	);
}

/** The same for the professional, with asking how it goes and opening the plan again. */
export function LeadAfterClosing() {
	const say = useText();
	const can = useCan();
	const { plan } = usePlan();
	const home = `/families/${useFamilyId()}`;
	const [dialog, setDialog] = useState<"check-in" | "move" | "reopen">();
	const steers = can("plan.steer");
	const close = () => setDialog(undefined);
	return (
		<>
			<Card look="achieved">
				<Ended />
				{plan.closingKind ? (
					<p className="sp-hint">
						{say("evaluate.after.kind")}: {say(term("closingKinds", plan.closingKind))}
					</p>
				) : null}
			</Card>
			{plan.turnTo ? (
				<Section title={say("evaluate.closed.turn-to")}>
					<p className="sp-words">{plan.turnTo}</p>
				</Section>
			) : null}
			<Section title={say("evaluate.after.check-in")}>
				<CheckInState />
				{steers ? (
					<Row gap="sm">
						<Button look={plan.checkedInOn ? "soft" : "primary"} onClick={() => setDialog("check-in")}>
							{say("evaluate.after.check-in-do")}
						</Button>
						{plan.checkedInOn ? null : (
							<Button look="quiet" onClick={() => setDialog("move")}>
								{say("evaluate.after.check-in-move")}
							</Button>
						)}
					</Row>
				) : null}
			</Section>
			<Section title={say("milestones.title")} intro={say("milestones.intro")}>
				<MilestoneWish />
				<div>
					<ButtonLink look="soft" to={`${home}/milestones`}>
						{say("milestones.link")}
					</ButtonLink>
				</div>
			</Section>
			{steers ? (
				<div>
					<Button look="soft" icon={<RotateCcw aria-hidden="true" />} onClick={() => setDialog("reopen")}>
						{say("evaluate.reopen")}
					</Button>
				</div>
			) : null}
			{dialog === "check-in" ? <CheckInDialog onClose={close} /> : null}
			{dialog === "move" ? <MoveCheckInDialog onClose={close} /> : null}
			{dialog === "reopen" ? <ReopenDialog onClose={close} /> : null}
		</>
	);
}

function CheckInState() {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = usePlan();
	if (plan.checkedInOn)
		return (
			<>
				<p>{say("evaluate.after.check-in-done", { day: dayInWords(plan.checkedInOn, locale) })}</p>
				<p className="sp-words">{plan.checkInWords}</p>
			</>
		);
	if (!plan.checkInOn) return <p>{say("evaluate.after.check-in-none")}</p>;
	const day = dayInWords(plan.checkInOn, locale);
	if (plan.checkInOn < today()) return <Notice kind="warning">{say("evaluate.after.check-in-late", { day })}</Notice>;
	return <p>{say("evaluate.after.check-in-on", { day })}</p>;
}

/** A plan that is open again says so, and why; nothing when it never was closed. */
export function Reopened() {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = usePlan();
	if (!plan.reopenedOn) return null;
	return (
		<Notice title={say("evaluate.reopened.title")}>
			<p className="sp-words">{plan.reopenedBecause}</p>
			<p>{say("evaluate.reopened.words", { day: dayInWords(plan.reopenedOn, locale) })}</p>
		</Notice>
	);
}
