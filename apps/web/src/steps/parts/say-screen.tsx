import { safetyKinds, type Theme, type View, writeView } from "@samenplan/contract/steps";
import { useQueryClient } from "@tanstack/react-query";
import { ArrowRight, Check } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { AudienceChoice } from "../../audience/parts/audience-choice.tsx";
import { type Choice, everyoneOfThePlan } from "../../audience/queries.ts";
import { call } from "../../lib/api.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { useViews } from "../queries.ts";
import { type SafetyKind, SafetyKindPicture } from "../strengths/parts/safety-kinds.tsx";
import { AboutWhom } from "./about-whom.tsx";
import { ViewQuote } from "./view-quote.tsx";

type SayScreenProps = {
	subject: View["subject"];
	theme?: Theme;
	/** About one fixed person, for example the coordinator. */
	about?: string;
	/** Lets me choose about whom I speak, everyone of the family by name. */
	chooseAbout?: boolean;
	/** Which of the words on this subject belong here; all of them when left out. */
	only?: (view: View) => boolean;
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
	const { subject, theme, chooseAbout, only, title, mark, question, more, back, next } = props;
	const say = useText();
	const { viewer } = usePlan();
	const { family } = usePeople();
	const [chosen, setChosen] = useState(viewer.personId);
	const about = chooseAbout ? chosen : props.about;
	const faces = useRef<HTMLDivElement>(null);
	const here = useViews(
		(view) => view.subject === subject && (theme === undefined || view.theme === theme) && (only === undefined || only(view)),
	);
	const mine = here.filter((view) => view.personId === viewer.personId);
	const others = here.filter((view) => view.personId !== viewer.personId);
	const selfFirst = [...family].sort((a, b) => Number(b.id === viewer.personId) - Number(a.id === viewer.personId));
	const aboutName = family.find(({ id }) => id === about)?.givenName;
	const said = new Set(mine.flatMap(({ aboutPersonId }) => aboutPersonId ?? []));
	// Asked by name, one after the other: who I said nothing about yet comes next.
	const nextPerson = chooseAbout && said.has(chosen) ? selfFirst.find(({ id }) => !said.has(id)) : undefined;
	const goOnWith = (personId: string) => {
		setChosen(personId);
		scrollTo({ top: 0 });
		requestAnimationFrame(() => faces.current?.querySelector<HTMLElement>("input:checked")?.focus({ preventScroll: true }));
	};
	return (
		<Page width="text">
			<PageTitle title={title} mark={mark} back={back} />
			{chooseAbout ? (
				<div ref={faces}>
					<AboutWhom people={selfFirst} value={chosen} onValue={setChosen} self={viewer.personId} said={said} />
				</div>
			) : null}
			<Answer key={about ?? ""} {...props} about={about} label={question(aboutName, about === viewer.personId)} mine={mine} />
			{more}
			{nextPerson ? (
				<Button look="soft" wide icon={<ArrowRight aria-hidden="true" />} onClick={() => goOnWith(nextPerson.id)}>
					{question(nextPerson.givenName, nextPerson.id === viewer.personId)}
				</Button>
			) : null}
			{next && mine.length > 0 ? (
				<ButtonLink to={next.to} look={nextPerson ? "quiet" : "soft"} wide icon={<ArrowRight aria-hidden="true" />}>
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
	const form = useSavingForm<{ text: string; safetyKind: SafetyKind | null; choice: Choice }>({
		defaultValues: { text: "", safetyKind: null, choice: everyoneOfThePlan },
		draft: { familyId, field: `say.${subject}.${theme ?? ""}.${about ?? ""}` },
		save: ({ text, safetyKind, choice }) =>
			call(writeView, {
				params: { familyId },
				body: { subject, theme: theme ?? null, safetyKind, aboutPersonId: about ?? null, text, ...choice },
			}),
		onSaved: () => {
			setJustSaid(true);
			form.hook.reset({ text: "", safetyKind: null, choice: everyoneOfThePlan });
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
				{theme === "safety" ? (
					<RadioCards
						label={say("strengths.safety-kind")}
						optional
						column="14rem"
						cards={safetyKinds.map((kind) => ({
							value: kind,
							label: say(term("safetyKinds", kind)),
							picture: <SafetyKindPicture kind={kind} />,
						}))}
						{...form.choice("safetyKind")}
					/>
				) : null}
				<AudienceChoice key={mine.length} {...form.choice("choice")} problem={form.problem} />
			</Form>
		</Stack>
	);
}
