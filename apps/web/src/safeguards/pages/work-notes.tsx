import { editWorkNote, type WorkNote, type WorkNoteRelease, workNoteReleases, writeWorkNote } from "@samenplan/contract/work-notes";
import { addDays, dateInWords } from "@samenplan/language/dates";
import { workNoteDays } from "@samenplan/plan-rules/work-note-days";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { NotebookPen } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { NotFoundPage } from "../../app/not-found-page.tsx";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { AboutWhomOrAll, wholeFamily } from "../parts/about-whom.tsx";
import { MoveNote, RemoveNote } from "../parts/note-deeds.tsx";
import { workNotesQuery } from "../queries.ts";
import "../parts/safeguards.css";

type Colleague = { id: string; name: string };

/** Notes for the work: for their writer and a stand-in, gone by themselves, honest about who may ask for them. */
export default function WorkNotesPage() {
	return useCan()("work_note.write") ? <WorkNotes /> : <NotFoundPage />;
}

function WorkNotes() {
	const say = useText();
	const familyId = useFamilyId();
	const { data, error, refetch } = useQuery(workNotesQuery(familyId));
	const [fresh, setFresh] = useState(0);
	return (
		<Page width="text">
			<PageTitle title={say("safeguards.notes.title")} intro={say("safeguards.notes.intro")} />
			<Notice>
				<p>{say("safeguards.notes.honest")}</p>
			</Notice>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : data ? null : <Loading />}
			{data ? (
				<>
					<Section title={say("safeguards.notes.new")}>
						<NoteForm key={fresh} standIns={data.standIns} onDone={() => setFresh(fresh + 1)} />
					</Section>
					{data.notes.length === 0 ? (
						<EmptyState picture={<NotebookPen />} title={say("safeguards.notes.none")}>
							{say("safeguards.notes.none-words")}
						</EmptyState>
					) : (
						<Stack>
							{data.notes.map((note) => (
								<OneNote key={note.id} note={note} standIns={data.standIns} />
							))}
						</Stack>
					)}
				</>
			) : null}
		</Page>
	);
}

function OneNote({ note, standIns }: { note: WorkNote; standIns: Colleague[] }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const [editing, setEditing] = useState(false);
	if (editing)
		return (
			<Card as="article">
				<NoteForm note={note} standIns={standIns} onDone={() => setEditing(false)} />
			</Card>
		);
	return (
		<Card as="article" className="sp-use">
			{note.movedTo ? (
				<p>
					{say("safeguards.notes.is-moved")}{" "}
					<Link className="sp-link" to={`/families/${familyId}/questions`}>
						{say("safeguards.notes.to-plan")}
					</Link>
				</p>
			) : (
				<p className="sp-uses-words">{note.text}</p>
			)}
			<p className="sp-note-facts">
				{note.mine ? null : <span>{say("safeguards.notes.of", { name: note.authorName })}</span>}
				{note.standInName && note.mine ? <span>{say("safeguards.notes.with", { name: note.standInName })}</span> : null}
				<span>
					{note.aboutPersonName ? say("safeguards.notes.about", { name: note.aboutPersonName }) : say("safeguards.notes.about-family")}
				</span>
				<span>{say("safeguards.notes.goes", { day: dateInWords(note.removeOn, locale) })}</span>
				{note.movedTo ? null : <span>{say(term("workNoteReleases", note.release))}</span>}
			</p>
			{note.withheldBecause ? <p className="text-muted">{note.withheldBecause}</p> : null}
			{note.movedTo ? null : (
				<Row gap="xs">
					<Button look="soft" size="small" onClick={() => setEditing(true)}>
						{say("safeguards.notes.edit")}
					</Button>
					<MoveNote note={note} />
					<RemoveNote note={note} />
				</Row>
			)}
		</Card>
	);
}

function NoteForm({ note, standIns, onDone }: { note?: WorkNote; standIns: Colleague[]; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const [other, setOther] = useState<WorkNote>();
	const body = (values: {
		text: string;
		aboutPersonId: string;
		standInId: string;
		release: WorkNoteRelease;
		withheldBecause: string;
		removeOn: string;
	}) => ({
		text: values.text,
		// An empty choice is refused beside the field: it is never taken for the whole family.
		aboutPersonId: values.aboutPersonId === wholeFamily ? null : values.aboutPersonId,
		standInId: values.standInId || null,
		release: values.release,
		withheldBecause: values.release === "withheld" ? values.withheldBecause : "",
		...(values.removeOn !== "" && { removeOn: values.removeOn }),
	});
	const save = (values: Parameters<typeof body>[0], version = note?.version) =>
		note && version
			? call(editWorkNote, { params: { familyId, workNoteId: note.id }, body: { ...body(values), version } })
			: call(writeWorkNote, { params: { familyId }, body: body(values) });
	const saved = () => {
		void queries.invalidateQueries({ queryKey: ["work-notes", familyId] });
		toast({ words: say("safeguards.notes.kept") });
		onDone();
	};
	const form = useSavingForm({
		defaultValues: {
			text: note?.text ?? "",
			aboutPersonId: note ? (note.aboutPersonId ?? wholeFamily) : "",
			standInId: note?.standInId ?? "",
			release: note?.release ?? ("on_request" as WorkNoteRelease),
			withheldBecause: note?.withheldBecause ?? "",
			removeOn: note?.removeOn ?? addDays(today(), workNoteDays.usual),
		},
		draft: { familyId, field: note ? `work-note.${note.id}` : "work-note" },
		save,
		onSaved: saved,
		onConflict: (current) => setOther(current as WorkNote),
	});
	return (
		<Form
			form={form}
			submit={say("safeguards.notes.keep")}
			actions={
				note ? (
					<Button look="quiet" onClick={onDone}>
						{say("ui.cancel")}
					</Button>
				) : undefined
			}
		>
			<TextArea label={say("safeguards.notes.text")} rows={4} {...form.field("text")} />
			<AboutWhomOrAll {...form.field("aboutPersonId")} />
			<div className="sp-note-fields">
				<Select
					label={say("safeguards.notes.stand-in")}
					hint={say("safeguards.notes.stand-in-hint")}
					emptyLabel={say("safeguards.notes.nobody")}
					options={standIns.map(({ id, name }) => ({ value: id, label: name }))}
					{...form.field("standInId")}
				/>
				<DateField label={say("safeguards.notes.remove-on")} hint={say("safeguards.notes.remove-hint")} {...form.field("removeOn")} />
			</div>
			<Select
				label={say("safeguards.notes.release")}
				options={workNoteReleases.map((release) => ({ value: release, label: say(term("workNoteReleases", release)) }))}
				{...form.field("release")}
			/>
			{form.hook.watch("release") === "withheld" ? (
				<TextArea
					label={say("safeguards.notes.withheld-because")}
					hint={say("safeguards.notes.withheld-hint")}
					rows={2}
					{...form.field("withheldBecause")}
				/>
			) : null}
			<ConflictDialog
				open={other !== undefined}
				about={say("safeguards.notes.text")}
				mine={form.hook.getValues("text")}
				theirs={other?.text ?? ""}
				onClose={() => setOther(undefined)}
				onChoose={(text) => {
					form.hook.setValue("text", text);
					void save({ ...form.hook.getValues(), text }, other?.version).then(saved);
				}}
			/>
		</Form>
	);
}
