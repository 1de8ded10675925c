import type { FamilyPerson } from "@samenplan/contract/families";
import { recordChildView, recordView, safetyKinds, type Theme, type View, viewSubjects, writeView } from "@samenplan/contract/steps";
import { useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { AudienceChoice } from "../../audience/parts/audience-choice.tsx";
import { type Choice, everyoneOfThePlan } from "../../audience/queries.ts";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useCan, useFamilyId, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useMayRecord } from "../queries.ts";
import { AgeLook } from "../strengths/parts/age-knowledge.tsx";
import { AboutWhom } from "./about-whom.tsx";

type SayProps = {
	/** Whose words; left out, one chooses in the dialog. */
	personId?: string;
	subjects: readonly View["subject"][];
	theme?: Theme;
	/** Asks about whom it is; with `about` fixed it is not asked. */
	askAbout?: boolean;
	about?: string;
	/** Asks about each of the family by name, one after the other; the question about somebody, or about all of them together. */
	askByName?: (about: FamilyPerson | undefined) => string;
	/** About whom this person said something on it already. */
	said?: ReadonlySet<string>;
	/** Words of the button. */
	button: string;
	/** For who listens: what the button is about. */
	buttonMore?: string;
	/** The question above the field. */
	question: string;
	hint?: string;
};

/** A quiet button that opens a small form to write words down: one's own, or those of somebody at the table. */
export function Say(props: SayProps) {
	const can = useCan();
	const { viewer } = usePlan();
	const [open, setOpen] = useState(false);
	const own = props.personId === undefined || props.personId === viewer.personId;
	const mayRecord = useMayRecord();
	if (!(own ? can("view.write") || can("view.record") : mayRecord(props.personId ?? ""))) return null;
	return (
		<>
			<span className="step-change">
				<Button look="quiet" size="small" icon={<Plus aria-hidden="true" />} onClick={() => setOpen(true)}>
					{props.button}
					{props.buttonMore ? <span className="sp-hidden"> {props.buttonMore}</span> : null}
				</Button>
			</span>
			{open ? <SayForm {...props} onClose={() => setOpen(false)} /> : null}
		</>
	);
}

const nobody: ReadonlySet<string> = new Set();

function SayForm({
	personId,
	subjects,
	theme,
	askAbout,
	about,
	askByName,
	said = nobody,
	question,
	hint,
	onClose,
}: SayProps & { onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const nameOf = usePersonName();
	const can = useCan();
	const { viewer } = usePlan();
	const { family, me } = usePeople();
	const whoCan = me && !family.some(({ id }) => id === me.id) ? [...family, me] : family;
	const selfFirst = [...family].sort((a, b) => Number(b.id === personId) - Number(a.id === personId));
	const [spokenAbout, setSpokenAbout] = useState(said);
	const form = useSavingForm<{
		personId: string;
		subject: string;
		safetyKind: string;
		aboutPersonId: string;
		text: string;
		choice: Choice;
	}>({
		defaultValues: {
			// Whoever writes chooses whose words these are; nothing is put in the mouth of somebody else by itself.
			personId: personId ?? (whoCan.some(({ id }) => id === viewer.personId) ? viewer.personId : family[0]?.id) ?? viewer.personId,
			subject: subjects[0] ?? "question",
			aboutPersonId: about ?? (askByName ? (selfFirst.find(({ id }) => !said.has(id))?.id ?? personId) : ""),
			safetyKind: "",
			text: "",
			choice: everyoneOfThePlan,
		},
		draft: { familyId, field: `say.${personId ?? "any"}.${subjects.join("-")}.${theme ?? ""}.${about ?? ""}` },
		save: (values) => {
			const body = {
				subject: viewSubjects.find((one) => one === values.subject) ?? "question",
				theme: theme ?? null,
				safetyKind: safetyKinds.find((kind) => kind === values.safetyKind) ?? null,
				aboutPersonId: values.aboutPersonId === "" ? null : values.aboutPersonId,
				text: values.text,
				...values.choice,
			};
			return values.personId === viewer.personId
				? call(writeView, { params: { familyId }, body })
				: call(can("view.record") ? recordView : recordChildView, { params: { familyId }, body: { ...body, personId: values.personId } });
		},
		onSaved: ({ aboutPersonId }) => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("ui.saved") });
			const spoken = new Set([...spokenAbout, aboutPersonId]);
			const next = askByName ? selfFirst.find(({ id }) => !spoken.has(id)) : undefined;
			if (!next) return onClose();
			setSpokenAbout(spoken);
			form.hook.reset({ ...form.hook.getValues(), text: "", aboutPersonId: next.id });
			form.hook.setFocus("text");
		},
	});
	const aboutNow = form.hook.watch("aboutPersonId");
	const wordsOf = personId && personId !== viewer.personId ? say("steps.words-of", { name: nameOf(personId) }) : say("steps.words");
	const child = subjects.includes("concern")
		? family.find(({ id, relation }) => relation === "child" && id === form.hook.watch("aboutPersonId"))
		: undefined;
	return (
		<Dialog open onClose={onClose} title={question} width={askByName ? "wide" : "normal"}>
			<Form form={form} submit={say("ui.save")}>
				{personId === undefined ? (
					<Select
						label={say("steps.whose-words")}
						options={whoCan.map(({ id, givenName }) => ({ value: id, label: givenName }))}
						{...form.field("personId")}
					/>
				) : null}
				{subjects.length > 1 ? (
					<Select
						label={say("steps.what-is-it")}
						options={subjects.map((subject) => ({ value: subject, label: say(term("viewSubjects", subject)) }))}
						{...form.field("subject")}
					/>
				) : null}
				{askByName ? (
					<AboutWhom
						people={selfFirst}
						value={aboutNow}
						onValue={(id) => form.hook.setValue("aboutPersonId", id, { shouldDirty: true })}
						said={spokenAbout}
						all
					/>
				) : null}
				{theme === "safety" ? (
					<Select
						label={say("strengths.safety-kind")}
						emptyLabel={say("strengths.safety-any")}
						options={safetyKinds.map((kind) => ({ value: kind, label: say(term("safetyKinds", kind)) }))}
						{...form.field("safetyKind")}
					/>
				) : null}
				{askAbout ? (
					<Select
						label={say("steps.about-whom")}
						emptyLabel={say("steps.about-all")}
						options={family.map(({ id, givenName }) => ({ value: id, label: givenName }))}
						{...form.field("aboutPersonId")}
					/>
				) : null}
				<TextArea
					label={askByName ? askByName(family.find(({ id }) => id === aboutNow)) : wordsOf}
					hint={askByName ? wordsOf : hint}
					rows={4}
					{...form.field("text")}
				/>
				{child ? <AgeLook child={child} /> : null}
				<AudienceChoice
					{...form.choice("choice")}
					whose={form.hook.watch("personId") === viewer.personId ? undefined : form.hook.watch("personId")}
					problem={form.problem}
				/>
			</Form>
		</Dialog>
	);
}
