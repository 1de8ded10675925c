import { type Theme, type View, writeView } from "@samenplan/contract/steps";
import { useQueryClient } from "@tanstack/react-query";
import { ArrowRight, Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { AudienceChoice } from "../../audience/parts/audience-choice.tsx";
import { type Choice, everyoneOfThePlan } from "../../audience/queries.ts";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Avatar } from "../../ui/person.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { useViews } from "../queries.ts";
import { ViewQuote } from "./view-quote.tsx";

type SayScreenProps = {
	subject: View["subject"];
	theme?: Theme;
	/** About one fixed person, for example the coordinator. */
	about?: string;
	/** Lets me choose about whom I speak, everyone of the family by name. */
	chooseAbout?: boolean;
	title: string;
	mark?: ReactNode;
	/** The question, for the person who is chosen. */
	question: (aboutName: string | undefined, self: boolean) => string;
	hint?: string;
	/** Help in the form of example questions. */
	more?: ReactNode;
	back: { to: string; label: string };
	next?: { to: string; label: string };
};

/** One question on one screen of a phone: what I said first, room for my words, and below what others said. */
export function SayScreen(props: SayScreenProps) {
	const { subject, theme, chooseAbout, title, mark, question, more, back, next } = props;
	const say = useText();
	const { viewer } = usePlan();
	const { family } = usePeople();
	const [chosen, setChosen] = useState(viewer.personId);
	const about = chooseAbout ? chosen : props.about;
	const here = useViews((view) => view.subject === subject && (theme === undefined || view.theme === theme));
	const mine = here.filter((view) => view.personId === viewer.personId);
	const others = here.filter((view) => view.personId !== viewer.personId);
	const selfFirst = [...family].sort((a, b) => Number(b.id === viewer.personId) - Number(a.id === viewer.personId));
	const aboutName = family.find(({ id }) => id === about)?.givenName;
	return (
		<Page width="text">
			<PageTitle title={title} mark={mark} back={back} />
			{chooseAbout ? (
				<fieldset className="step-about">
					<legend className="sp-hidden">{say("steps.about-whom")}</legend>
					{selfFirst.map((person) => (
						<label key={person.id} className="step-about-one">
							<input type="radio" name="about" checked={chosen === person.id} onChange={() => setChosen(person.id)} />
							<Avatar personId={person.id} name={`${person.givenName} ${person.familyName}`} size="2.6rem" />
							<span>{person.id === viewer.personId ? say("steps.myself") : person.givenName}</span>
						</label>
					))}
				</fieldset>
			) : null}
			<Answer key={about ?? ""} {...props} about={about} label={question(aboutName, about === viewer.personId)} mine={mine} />
			{more}
			{next && mine.length > 0 ? (
				<ButtonLink to={next.to} look="soft" wide icon={<ArrowRight aria-hidden="true" />}>
					{next.label}
				</ButtonLink>
			) : null}
			{others.length > 0 ? (
				<Section title={say("steps.others-say")}>
					<Stack gap="lg">
						{others.map((view) => (
							<ViewQuote key={view.id} view={view} />
						))}
					</Stack>
				</Section>
			) : null}
		</Page>
	);
}

type AnswerProps = SayScreenProps & { label: string; mine: View[] };

function Answer({ subject, theme, about, label, hint, mine, chooseAbout }: AnswerProps) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const [justSaid, setJustSaid] = useState(false);
	const form = useSavingForm<{ text: string; choice: Choice }>({
		defaultValues: { text: "", choice: everyoneOfThePlan },
		draft: { familyId, field: `say.${subject}.${theme ?? ""}.${about ?? ""}` },
		save: ({ text, choice }) =>
			call(writeView, {
				params: { familyId },
				body: { subject, theme: theme ?? null, aboutPersonId: about ?? null, text, ...choice },
			}),
		onSaved: () => {
			setJustSaid(true);
			form.hook.reset({ text: "", choice: everyoneOfThePlan });
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
		},
	});
	return (
		<Stack gap="lg">
			{mine.length > 0 ? (
				<Section title={say("steps.you-said")}>
					<Stack gap="md">
						{mine.map((view) => (
							<ViewQuote key={view.id} view={view} bare about={chooseAbout === true} />
						))}
					</Stack>
				</Section>
			) : null}
			{justSaid ? (
				<Notice kind="positive" live>
					<p className="sp-row" data-gap="xs">
						<Check aria-hidden="true" /> {say("steps.thanks")}
					</p>
				</Notice>
			) : null}
			<Form form={form} submit={say("steps.save-my-words")} wide>
				<TextArea label={label} hint={mine.length > 0 ? say("steps.one-more") : hint} rows={5} {...form.field("text")} />
				<AudienceChoice key={mine.length} {...form.choice("choice")} problem={form.problem} />
			</Form>
		</Stack>
	);
}
