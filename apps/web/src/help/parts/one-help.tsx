import { type Help, moveHelp } from "@samenplan/contract/help";
import { dateInWords, dayInWords, dayOf } from "@samenplan/language/dates";
import { helpMoves } from "@samenplan/plan-rules/help-moves";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Conversation } from "../../comments/parts/conversation.tsx";
import { ShareWith } from "../../consents/parts/share-with.tsx";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Row, Stack } from "../../ui/layout.tsx";
import { Quote } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge, type StateShape, type StateTone } from "../../ui/state-badge.tsx";
import { Advice } from "./advice.tsx";
import { HelpForm } from "./help-form.tsx";
import { ProgressForm } from "./progress-form.tsx";
import { StopForm } from "./stop-form.tsx";

const looks: Record<Help["state"], { tone: StateTone; shape: StateShape }> = {
	planned: { tone: "neutral", shape: "dashed" },
	waiting: { tone: "warning", shape: "warning" },
	running: { tone: "action", shape: "dot" },
	stopped: { tone: "neutral", shape: "cross" },
	completed: { tone: "achieved", shape: "star" },
};

/** One help: who does what, from when until when, when we look back, how it goes, and what it came in the place of. */
export function OneHelp({ help, onReplace }: { help: Help; onReplace: () => void }) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const move = useFamilyWrite(moveHelp);
	const { help: all } = usePlan();
	const before = all.find(({ id }) => id === help.insteadOfId);
	const after = all.find(({ insteadOfId }) => insteadOfId === help.id);
	const [dialog, setDialog] = useState<"edit" | "progress" | "stop">();
	return (
		<article className="help">
			<Row gap="sm" align="baseline">
				<h3>{help.what}</h3>
				<StateBadge {...looks[help.state]}>{say(term("helpStates", help.state))}</StateBadge>
			</Row>
			<Statements object="help" objectId={help.id} add />
			{before ? <p className="text-muted">{say("help.instead-of", { name: before.what })}</p> : null}
			{after ? <p className="text-muted">{say("help.replaced-by", { name: after.what })}</p> : null}
			{help.stoppedBecause ? (
				<Stack gap="2xs">
					<h4>{say(help.state === "stopped" ? "help.stopped-because" : "help.stopped-before")}</h4>
					<p className="sp-words">{help.stoppedBecause}</p>
				</Stack>
			) : null}
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
			{help.state === "stopped" || help.state === "completed" ? null : (
				<p>{say("help.look-back", { day: dayInWords(help.evaluationOn, locale) })}</p>
			)}
			{help.state === "waiting" && help.waitingSince ? (
				<p className="text-muted">{say("help.waiting-since", { day: dateInWords(help.waitingSince, locale) })}</p>
			) : null}
			{help.whoDoesWhat ? (
				<Stack gap="2xs">
					<h4>{say("help.who-does-what")}</h4>
					<p className="sp-words">{help.whoDoesWhat}</p>
				</Stack>
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
								onClick={() =>
									state === "stopped"
										? setDialog("stop")
										: move.mutate({ params: { familyId, helpId: help.id }, body: { state, because: "", version: help.version } })
								}
							>
								{say(`help.move.${state}`)}
							</Button>
						),
					)}
					<Button size="small" look="quiet" onClick={() => setDialog("edit")}>
						{say("help.arrange-edit")}
					</Button>
					{after ? null : (
						<Button size="small" look="quiet" onClick={onReplace}>
							{say("help.replace")}
						</Button>
					)}
				</Row>
			) : null}
			{move.error ? <ProblemNotice error={move.error} /> : null}
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
			{help.state === "planned" || help.state === "waiting" ? null : <Advice help={help} />}
			<ShareWith object="help" objectId={help.id} />
			<Disclosure title={say("comments.title")}>
				<Conversation about="help" aboutId={help.id} level={3} />
			</Disclosure>
			<Dialog open={dialog === "edit"} onClose={() => setDialog(undefined)} title={say("help.arrange-edit")} width="wide">
				<HelpForm help={help} onDone={() => setDialog(undefined)} />
			</Dialog>
			<Dialog open={dialog === "stop"} onClose={() => setDialog(undefined)} title={say("help.stop-title", { name: help.what })}>
				<StopForm help={help} onDone={() => setDialog(undefined)} />
			</Dialog>
			<Dialog open={dialog === "progress"} onClose={() => setDialog(undefined)} title={say("help.progress")}>
				<ProgressForm help={help} onDone={() => setDialog(undefined)} />
			</Dialog>
		</article>
	);
}
