import { type Help, moveHelp } from "@samenplan/contract/help";
import { dateInWords, dayInWords, dayOf } from "@samenplan/language/dates";
import { helpMoves } from "@samenplan/plan-rules/help-moves";
import { HandHelping, Plus } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Conversation } from "../../comments/parts/conversation.tsx";
import { ShareWith } from "../../consents/parts/share-with.tsx";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { MoveProblem } from "../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Quote } from "../../ui/person.tsx";
import { StateBadge, type StateShape, type StateTone } from "../../ui/state-badge.tsx";
import { HelpForm } from "./help-form.tsx";
import { ProgressForm } from "./progress-form.tsx";
import "../help.css";

const looks: Record<Help["state"], { tone: StateTone; shape: StateShape }> = {
	planned: { tone: "neutral", shape: "dashed" },
	waiting: { tone: "warning", shape: "warning" },
	running: { tone: "action", shape: "dot" },
	stopped: { tone: "neutral", shape: "cross" },
	completed: { tone: "achieved", shape: "star" },
};

/** The help that was arranged: by whom, from when until when, when we look back, and how it goes. */
export function RunningHelp() {
	const say = useText();
	const can = useCan();
	const { help, decisions } = usePlan();
	const [arranging, setArranging] = useState(false);
	const arrange =
		can("help.write") && decisions.length > 0 ? (
			<Button look="soft" icon={<Plus aria-hidden="true" />} onClick={() => setArranging(true)}>
				{say("help.arrange")}
			</Button>
		) : null;
	return (
		<Section title={say("help.running")} actions={help.length > 0 ? arrange : null}>
			{help.length === 0 ? (
				<EmptyState picture={<HandHelping />} title={say("help.no-help")} level={3} actions={arrange}>
					{say("help.no-help-words")}
				</EmptyState>
			) : null}
			{help.map((one) => (
				<OneHelp key={one.id} help={one} />
			))}
			<Dialog open={arranging} onClose={() => setArranging(false)} title={say("help.arrange")} width="wide">
				<HelpForm onDone={() => setArranging(false)} />
			</Dialog>
		</Section>
	);
}

function OneHelp({ help }: { help: Help }) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const move = useFamilyWrite(moveHelp);
	const [dialog, setDialog] = useState<"edit" | "progress">();
	return (
		<article className="help">
			<Row gap="sm" align="baseline">
				<h3>{help.what}</h3>
				<StateBadge {...looks[help.state]}>{say(term("helpStates", help.state))}</StateBadge>
			</Row>
			<Statements object="help" objectId={help.id} add />
			<dl className="help-facts">
				<div>
					<dt>{say("help.provider")}</dt>
					<dd>{help.provider}</dd>
				</div>
				<div>
					<dt>{say("help.when")}</dt>
					<dd>{say("help.period", { from: dateInWords(help.startsOn, locale), until: dateInWords(help.endsOn, locale) })}</dd>
				</div>
			</dl>
			<p>{say("help.look-back", { day: dayInWords(help.evaluationOn, locale) })}</p>
			{help.state === "waiting" && help.waitingSince ? (
				<p className="text-muted">{say("help.waiting-since", { day: dateInWords(help.waitingSince, locale) })}</p>
			) : null}
			{help.aftercare ? (
				<Stack gap="2xs">
					<h4>{say("help.aftercare")}</h4>
					<p className="sp-words">{help.aftercare}</p>
				</Stack>
			) : null}
			{can("help.write") ? (
				<Row gap="xs">
					{helpMoves(help.state).map((state) =>
						state === "planned" ? null : (
							<Button
								key={state}
								size="small"
								look="soft"
								pending={move.isPending}
								onClick={() => move.mutate({ params: { familyId, helpId: help.id }, body: { state, version: help.version } })}
							>
								{say(`help.move.${state}`)}
							</Button>
						),
					)}
					<Button size="small" look="quiet" onClick={() => setDialog("edit")}>
						{say("help.arrange-edit")}
					</Button>
				</Row>
			) : null}
			{move.error ? <MoveProblem error={move.error} /> : null}
			<Stack gap="md">
				<h4>{say("help.progress")}</h4>
				{help.progress.map((note) => (
					<Quote
						key={note.id}
						personId={note.writtenBy}
						name={nameOf(note.writtenBy)}
						when={dateInWords(dayOf(note.createdAt), locale)}
						note={note.adviceFitted === null ? undefined : say(note.adviceFitted ? "help.advice.yes" : "help.advice.no")}
					>
						{note.text}
					</Quote>
				))}
				{can("help.weigh") ? (
					<div>
						<Button look="soft" onClick={() => setDialog("progress")}>
							{say("help.progress-add")}
						</Button>
					</div>
				) : null}
			</Stack>
			<ShareWith object="help" objectId={help.id} />
			<Disclosure title={say("comments.title")}>
				<Conversation about="help" aboutId={help.id} level={3} />
			</Disclosure>
			<Dialog open={dialog === "edit"} onClose={() => setDialog(undefined)} title={say("help.arrange-edit")} width="wide">
				<HelpForm help={help} onDone={() => setDialog(undefined)} />
			</Dialog>
			<Dialog open={dialog === "progress"} onClose={() => setDialog(undefined)} title={say("help.progress")}>
				<ProgressForm help={help} onDone={() => setDialog(undefined)} />
			</Dialog>
		</article>
	);
}
