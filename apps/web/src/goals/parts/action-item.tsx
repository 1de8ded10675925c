import { type Action, reportAction } from "@samenplan/contract/goals";
import { dayInWords } from "@samenplan/language/dates";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { clearDraft } from "../../lib/draft.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Avatar } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { isOpen } from "../queries.ts";
import { ActionForm } from "./action-form.tsx";

/** One small step. Its doer says with one tap how it went, and may add a word afterwards; a tap can be taken back. */
export function ActionItem({ action, of }: { action: Action; of?: string }) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const { viewer } = usePlan();
	const report = useFamilyWrite(reportAction);
	const [editing, setEditing] = useState(false);
	const name = nameOf(action.personId);
	const open = isOpen(action);
	const isMine = action.personId === viewer.personId;
	const mayReport = can("action.report") && (isMine || can("plan.steer"));
	const mayEdit = can("action.write") && (isMine || action.writtenBy === viewer.personId || can("plan.steer"));
	const params = { familyId, actionId: action.id };
	const tell = (state: Action["state"]) =>
		report.mutate(
			{ params, body: { state, note: "" } },
			{
				onSuccess: () => {
					if (state === "to_do") return;
					toast({
						words: say(state === "done" ? "actions.well-done" : "actions.tried"),
						undo: () => report.mutate({ params, body: { state: "to_do", note: "" } }),
					});
				},
			},
		);
	if (editing)
		return (
			<li className="action">
				<ActionForm action={action} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
			</li>
		);
	return (
		<li className="action" data-state={open ? "to_do" : action.state}>
			<Avatar personId={action.personId} name={name} size="2.4rem" />
			<div className="action-body">
				<p className="action-text">{action.text}</p>
				<p className="action-small">
					{isMine ? say("actions.me") : name}
					{action.repeats === "once" ? null : <> · {say(term("repeats", action.repeats))}</>}
					{action.dueOn ? <> · {say("actions.by", { day: dayInWords(action.dueOn, locale) })}</> : null}
					{of ? <> · {say("actions.mine.part-of", { goal: of })}</> : null}
				</p>
				{open && action.state !== "to_do" ? (
					<p className="action-small">{say("actions.last-time", { state: say(term("actionStates", action.state)) })}</p>
				) : null}
				{open ? null : (
					<div>
						<StateBadge tone={action.state === "done" ? "achieved" : "neutral"} shape={action.state === "done" ? "check" : "cross"}>
							{say(term("actionStates", action.state))}
						</StateBadge>
					</div>
				)}
				{!open && action.note ? <blockquote className="action-note">{action.note}</blockquote> : null}
				{mayReport && open ? (
					<div className="action-taps">
						<Button
							look={isMine ? "primary" : "soft"}
							icon={<Check aria-hidden="true" />}
							pending={report.isPending}
							aria-label={say("actions.done-of", { action: action.text })}
							onClick={() => tell("done")}
						>
							{say("actions.done")}
						</Button>
						<Button
							look="soft"
							icon={<X aria-hidden="true" />}
							disabled={report.isPending}
							aria-label={say("actions.did-not-work-of", { action: action.text })}
							onClick={() => tell("did_not_work")}
						>
							{say("actions.did-not-work")}
						</Button>
					</div>
				) : null}
				{mayReport && !open && isMine && !action.note ? <SayMore action={action} /> : null}
				{report.error ? <ProblemNotice error={report.error} /> : null}
				{mayEdit || (mayReport && !open) ? (
					<div className="action-quiet">
						{mayReport && !open ? (
							<Button look="quiet" size="small" onClick={() => tell("to_do")}>
								{say("actions.undo")}
							</Button>
						) : null}
						{mayEdit && open ? (
							<Button
								look="quiet"
								size="small"
								aria-label={say("actions.edit-of", { action: action.text })}
								onClick={() => setEditing(true)}
							>
								{say("actions.edit")}
							</Button>
						) : null}
					</div>
				) : null}
			</div>
		</li>
	);
}

/** A word beside what was tapped. */
function SayMore({ action }: { action: Action }) {
	const say = useText();
	const familyId = useFamilyId();
	const report = useFamilyWrite(reportAction);
	const [words, setWords] = useState("");
	const field = `action-note.${action.id}`;
	return (
		<div className="sp-stack" data-gap="xs">
			<DraftTextArea familyId={familyId} field={field} label={say("actions.say-more")} optional rows={1} value={words} onValue={setWords} />
			{words.trim() ? (
				<div>
					<Button
						size="small"
						look="soft"
						pending={report.isPending}
						onClick={() =>
							report.mutate(
								{ params: { familyId, actionId: action.id }, body: { state: action.state, note: words } },
								{ onSuccess: () => clearDraft(familyId, field) },
							)
						}
					>
						{say("actions.say-more-send")}
					</Button>
				</div>
			) : null}
			{report.error ? <ProblemNotice error={report.error} /> : null}
		</div>
	);
}
