import { editView, recordChildView, recordView, safetyKinds, type View, withdrawView, writeView } from "@samenplan/contract/steps";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { AudienceChip } from "../../audience/parts/audience-chip.tsx";
import { ChangeReaders } from "../../audience/parts/change-readers.tsx";
import { BecameGoal } from "../../goals/parts/became-goal.tsx";
import { conflictOf } from "../../lib/api.ts";
import { clearDraft } from "../../lib/draft.ts";
import { asProblem, problemKey } from "../../lib/problems.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Quote } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useMayRecord } from "../queries.ts";

type ViewQuoteProps = {
	view: View;
	/** Without face and name, where they stand above already. */
	bare?: boolean;
	/** Shows about whom it is. */
	about?: boolean;
};

/** What somebody said: own words, who wrote them down when it was somebody else, and a way to change what is one's own. */
export function ViewQuote({ view, bare, about = true }: ViewQuoteProps) {
	const say = useText();
	const nameOf = usePersonName();
	const { viewer } = usePlan();
	const can = useCan();
	const mayRecord = useMayRecord();
	const [changing, setChanging] = useState(false);
	const mine =
		view.personId === viewer.personId
			? can("view.write")
			: view.recorded && (can("view.record") || (view.writtenBy === viewer.personId && mayRecord(view.personId)));
	const notes = [
		about && view.aboutPersonId && view.aboutPersonId !== view.personId
			? say("steps.about", { name: nameOf(view.aboutPersonId) })
			: undefined,
		view.recorded ? say("steps.written-down-with", { name: nameOf(view.writtenBy), who: nameOf(view.personId) }) : undefined,
	].filter(Boolean);
	// At the table many words stand beside each other: there a small pencil is enough.
	const change = !mine ? null : can("view.record") ? (
		<IconButton
			className="step-pencil"
			label={say("steps.change-these", { words: view.text.slice(0, 60) })}
			onClick={() => setChanging(true)}
		>
			<Pencil size="1em" aria-hidden="true" />
		</IconButton>
	) : (
		<span className="step-change">
			<Button look="quiet" size="small" icon={<Pencil aria-hidden="true" />} onClick={() => setChanging(true)}>
				{say("steps.change")}
				<span className="sp-hidden"> {view.text.slice(0, 60)}</span>
			</Button>
		</span>
	);
	const readers =
		mine || view.audience !== "core" ? (
			<span className="step-readers">
				<AudienceChip text={view} />
				{mine && can("audience.widen") ? <ChangeReaders kind="view" textId={view.id} now={view} writtenBy={view.writtenBy} /> : null}
			</span>
		) : null;
	return (
		<>
			{bare ? (
				<div className="step-said">
					<blockquote lang={view.language}>
						{view.text} {can("view.record") ? change : null}
					</blockquote>
					{notes.length > 0 ? <p className="sp-hint">{notes.join(" · ")}</p> : null}
					{can("view.record") ? (
						readers
					) : readers || change ? (
						<span className="step-readers">
							{readers}
							{change}
						</span>
					) : null}
				</div>
			) : (
				<Quote
					personId={view.personId}
					name={nameOf(view.personId)}
					note={notes.length > 0 ? notes.join(" · ") : undefined}
					actions={
						can("view.record") ? (
							readers
						) : readers || change ? (
							<>
								{readers}
								{change}
							</>
						) : undefined
					}
				>
					<span lang={view.language}>{view.text}</span> {can("view.record") ? change : null}
				</Quote>
			)}
			<Statements object="view" objectId={view.id} add={view.personId !== viewer.personId} />
			<BecameGoal view={view} />
			{changing ? <ChangeView view={view} onClose={() => setChanging(false)} /> : null}
		</>
	);
}

function ChangeView({ view, onClose }: { view: View; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const edit = useFamilyWrite(editView);
	const withdraw = useFamilyWrite(withdrawView);
	const putBack = usePutBack(view);
	const [text, setText] = useState(view.text);
	const [safetyKind, setSafetyKind] = useState(view.safetyKind ?? null);
	const aboutSafety = view.subject === "safety" || view.theme === "safety";
	const [from, setFrom] = useState({ version: view.version, text: view.text });
	const [other, setOther] = useState<View>();
	const field = `view.${view.id}`;
	const params = { familyId, viewId: view.id };
	const save = async (words: string, version: number) => {
		try {
			await edit.mutateAsync({ params, body: { text: words, ...(aboutSafety && { safetyKind }), version } });
			clearDraft(familyId, field);
			toast({ words: say("ui.saved") });
			onClose();
		} catch (error) {
			const kept = conflictOf<View>(error);
			if (kept) setOther(kept);
		}
	};
	const problem = other ? undefined : (withdraw.error ?? edit.error);
	return (
		<>
			<Dialog
				open={!other}
				onClose={onClose}
				title={say("steps.change-words")}
				actions={
					<>
						<Button pending={edit.isPending} disabled={text.trim() === ""} onClick={() => void save(text, from.version)}>
							{say("ui.save")}
						</Button>
						<Button
							look="quiet"
							pending={withdraw.isPending}
							onClick={() =>
								void withdraw.mutateAsync({ params }).then(
									() => {
										clearDraft(familyId, field);
										toast({ words: say("steps.taken-back"), undo: putBack });
										onClose();
									},
									() => undefined,
								)
							}
						>
							{say("steps.take-back")}
						</Button>
					</>
				}
			>
				<DraftTextArea
					familyId={familyId}
					field={field}
					label={say("steps.words")}
					rows={4}
					saved={from.text}
					value={text}
					onValue={setText}
					autoFocus
				/>
				{aboutSafety ? (
					<Select
						label={say("strengths.safety-kind")}
						emptyLabel={say("strengths.safety-any")}
						options={safetyKinds.map((kind) => ({ value: kind, label: say(term("safetyKinds", kind)) }))}
						value={safetyKind ?? ""}
						onChange={({ target }) => setSafetyKind(safetyKinds.find((kind) => kind === target.value) ?? null)}
					/>
				) : null}
				<p className="sp-hint">{say("steps.former-kept")}</p>
				{problem ? <ProblemNotice error={problem} /> : null}
			</Dialog>
			<ConflictDialog
				open={other !== undefined}
				onClose={() => setOther(undefined)}
				about={say("steps.words")}
				mine={text}
				theirs={other?.text ?? ""}
				pending={edit.isPending}
				onChoose={(words) => {
					if (!other) return;
					setText(words);
					setFrom(other);
					setOther(undefined);
					void save(words, other.version);
				}}
			/>
		</>
	);
}

/** Words that were taken back by mistake: said again as they were, for the same readers. */
function usePutBack(view: View): () => void {
	const say = useText();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const own = useFamilyWrite(writeView);
	const recorded = useFamilyWrite(useCan()("view.record") ? recordView : recordChildView);
	const { subject, theme, safetyKind, aboutPersonId, text, language, audience, readers, personId } = view;
	const body = { subject, theme, safetyKind: safetyKind ?? null, aboutPersonId, text, language, audience, readers };
	return () => {
		const again =
			personId === viewer.personId
				? own.mutateAsync({ params: { familyId }, body })
				: recorded.mutateAsync({ params: { familyId }, body: { ...body, personId } });
		again.catch((error: unknown) => toast({ words: say(problemKey(asProblem(error).code, "title")) }));
	};
}
