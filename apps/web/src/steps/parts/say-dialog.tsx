import { recordView, type Theme, type View, viewSubjects, writeView } from "@samenplan/contract/steps";
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

type SayProps = {
	/** Whose words; left out, one chooses in the dialog. */
	personId?: string;
	subjects: readonly View["subject"][];
	theme?: Theme;
	/** Asks about whom it is; with `about` fixed it is not asked. */
	askAbout?: boolean;
	about?: string;
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
	if (!(own && can("view.write")) && !can("view.record")) return null;
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

function SayForm({ personId, subjects, theme, askAbout, about, question, hint, onClose }: SayProps & { onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const nameOf = usePersonName();
	const { viewer } = usePlan();
	const { family, me } = usePeople();
	const whoCan = me && !family.some(({ id }) => id === me.id) ? [...family, me] : family;
	const form = useSavingForm<{ personId: string; subject: string; aboutPersonId: string; text: string; choice: Choice }>({
		defaultValues: {
			personId: personId ?? family[0]?.id ?? viewer.personId,
			subject: subjects[0] ?? "question",
			aboutPersonId: about ?? "",
			text: "",
			choice: everyoneOfThePlan,
		},
		draft: { familyId, field: `say.${personId ?? "any"}.${subjects.join("-")}.${theme ?? ""}.${about ?? ""}` },
		save: (values) => {
			const body = {
				subject: viewSubjects.find((one) => one === values.subject) ?? "question",
				theme: theme ?? null,
				aboutPersonId: values.aboutPersonId === "" ? null : values.aboutPersonId,
				text: values.text,
				...values.choice,
			};
			return values.personId === viewer.personId
				? call(writeView, { params: { familyId }, body })
				: call(recordView, { params: { familyId }, body: { ...body, personId: values.personId } });
		},
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("ui.saved") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={question}>
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
				{askAbout ? (
					<Select
						label={say("steps.about-whom")}
						emptyLabel={say("steps.about-all")}
						options={family.map(({ id, givenName }) => ({ value: id, label: givenName }))}
						{...form.field("aboutPersonId")}
					/>
				) : null}
				<TextArea
					label={personId && personId !== viewer.personId ? say("steps.words-of", { name: nameOf(personId) }) : say("steps.words")}
					hint={hint}
					rows={4}
					{...form.field("text")}
				/>
				<AudienceChoice
					{...form.choice("choice")}
					whose={form.hook.watch("personId") === viewer.personId ? undefined : form.hook.watch("personId")}
					problem={form.problem}
				/>
			</Form>
		</Dialog>
	);
}
