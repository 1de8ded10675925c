import { type Action, reportAction } from "@samenplan/contract/goals";
import { dayInWords } from "@samenplan/language/dates";
import { Check, Footprints, X } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { clearDraft } from "../../lib/draft.ts";
import { useText } from "../../lib/text.tsx";
import { term } from "../../lib/terms.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Chip } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../queries.ts";

/** My small steps: one tap says done or did not work, a word may go with it, and it can be taken back. */
export default function MySteps() {
	const say = useText();
	const plan = usePlan();
	const home = `/families/${useFamilyId()}`;
	const mine = plan.actions.filter(({ personId }) => personId === plan.viewer.personId);
	const toDo = mine.filter(({ state }) => state === "to_do");
	const behind = mine.filter(({ state }) => state !== "to_do");
	return (
		<Page width="text">
			<PageTitle title={say("plans.home.do")} intro={say("plans.my-steps.intro")} back={{ to: home, label: say("plans.to-home") }} />
			{mine.length === 0 ? (
				<EmptyState
					picture={<Footprints />}
					title={say("plans.my-steps.none")}
					actions={
						<ButtonLink look="soft" to={`${home}/steps/goals`}>
							{say("plans.my-steps.to-goals")}
						</ButtonLink>
					}
				>
					{say("plans.my-steps.none-words")}
				</EmptyState>
			) : null}
			{mine.length > 0 && toDo.length === 0 ? <p className="sp-words">{say("plans.my-steps.all-done")}</p> : null}
			<Stack gap="md">
				{toDo.map((action) => (
					<OneStep key={action.id} action={action} />
				))}
			</Stack>
			{behind.length > 0 ? (
				<Section title={say("plans.my-steps.behind")}>
					<Stack gap="md">
						{behind.map((action) => (
							<OneStep key={action.id} action={action} />
						))}
					</Stack>
				</Section>
			) : null}
		</Page>
	);
}

function OneStep({ action }: { action: Action }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { goals } = usePlan();
	const report = useFamilyWrite(reportAction);
	const [adding, setAdding] = useState<"done" | "did_not_work">();
	const goal = goals.find(({ id }) => id === action.goalId);
	const send = (state: Action["state"], note = action.note) =>
		report.mutateAsync({ params: { familyId, actionId: action.id }, body: { state, note } }).then(() => {
			if (state === "to_do") return;
			toast({ words: say(state === "done" ? "plans.my-steps.said-done" : "plans.my-steps.said-not"), undo: () => void send("to_do") });
		});
	const tap = (state: "done" | "did_not_work") =>
		void send(state).then(
			() => setAdding(state),
			() => undefined,
		);
	return (
		<Card as="article" look={action.state === "done" ? "achieved" : "raised"}>
			<h3 className="sp-words">{action.text}</h3>
			<Row gap="xs">
				{action.state === "done" ? <StateBadge tone="achieved">{say(term("actionStates", "done"))}</StateBadge> : null}
				{action.state === "did_not_work" ? <StateBadge tone="neutral">{say(term("actionStates", "did_not_work"))}</StateBadge> : null}
				{action.dueOn ? <Chip>{dayInWords(action.dueOn, locale)}</Chip> : null}
				{action.repeats === "once" ? null : <Chip>{say(term("repeats", action.repeats))}</Chip>}
			</Row>
			{goal ? (
				<p className="sp-hint">
					{say("plans.my-steps.for-goal")}{" "}
					<Link className="sp-link" to={`/families/${familyId}/goals/${goal.id}`}>
						{goal.text}
					</Link>
				</p>
			) : null}
			{action.note ? <p className="sp-words">“{action.note}”</p> : null}
			{report.error ? <ProblemNotice error={report.error} /> : null}
			{action.state === "to_do" ? (
				<Row gap="sm">
					<Button icon={<Check aria-hidden="true" />} pending={report.isPending} onClick={() => tap("done")}>
						{say("plans.my-steps.done")}
					</Button>
					<Button look="soft" icon={<X aria-hidden="true" />} pending={report.isPending} onClick={() => tap("did_not_work")}>
						{say("plans.my-steps.did-not-work")}
					</Button>
				</Row>
			) : (
				<Row gap="sm">
					<Button look="quiet" size="small" onClick={() => setAdding(action.state === "done" ? "done" : "did_not_work")}>
						{say("plans.my-steps.add-word")}
					</Button>
					<Button look="quiet" size="small" pending={report.isPending} onClick={() => void send("to_do").catch(() => undefined)}>
						{say("plans.my-steps.take-back")}
					</Button>
				</Row>
			)}
			<AddWord
				key={adding}
				open={adding !== undefined}
				action={action}
				onClose={() => setAdding(undefined)}
				onSave={(note) => send(adding ?? "done", note)}
			/>
		</Card>
	);
}

type AddWordProps = { open: boolean; action: Action; onClose: () => void; onSave: (note: string) => Promise<void> };

function AddWord({ open, action, onClose, onSave }: AddWordProps) {
	const say = useText();
	const familyId = useFamilyId();
	const [note, setNote] = useState(action.note);
	const [problem, setProblem] = useState<unknown>();
	const field = `action-note.${action.id}`;
	const save = () =>
		onSave(note).then(() => {
			clearDraft(familyId, field);
			onClose();
		}, setProblem);
	return (
		<Dialog
			open={open}
			onClose={onClose}
			title={say("plans.my-steps.word-title")}
			actions={
				<>
					<Button onClick={() => void save()}>{say("ui.save")}</Button>
					<Button look="quiet" onClick={onClose}>
						{say("plans.my-steps.no-word")}
					</Button>
				</>
			}
		>
			<DraftTextArea
				familyId={familyId}
				field={field}
				label={say("plans.my-steps.word")}
				optional
				saved={action.note}
				value={note}
				onValue={setNote}
				autoFocus
			/>
			{problem ? <ProblemNotice error={problem} /> : null}
		</Dialog>
	);
}
