import { whoMustConsent } from "@samenplan/access/consent";
import { partIsAbout } from "@samenplan/access/shared-part";
import { askConsent, consentKinds } from "@samenplan/contract/consents";
import type { ShareObject } from "@samenplan/contract/shares";
import { fullName, nameList } from "@samenplan/language/names";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate, useSearchParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Beside, Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ConsentWords, pictures } from "../parts/consent-card.tsx";
import { receiversOf } from "../receivers.ts";
import "../consents.css";

type Part = { object: ShareObject; objectId: string; words: string };
type Values = {
	kind: (typeof consentKinds)[number];
	aboutPersonId: string;
	toPersonId: string;
	toWords: string;
	what: string;
	why: string;
	untilOn: string;
};

/** Asks consent for one thing. Beside the form stands, all the time, what the family is going to read. */
export default function AskConsentPage() {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const go = useNavigate();
	const familyId = useFamilyId();
	const plan = usePlan();
	const [search] = useSearchParams();
	const back = `/families/${familyId}/consents`;
	const ask = useFamilyWrite(askConsent);
	const people = plan.family.persons;
	const about = people.filter(({ relation }) => relation === "child" || relation === "parent");
	const receivers = receiversOf(plan);
	const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(search.getAll("part").map((part) => part.split(":")[1] ?? "")));
	const all = partsOf(plan, say);
	const partsAbout = (personId: string) => all.filter((part) => partPeople(plan, part).includes(personId));
	const pickedOf = (personId: string) => partsAbout(personId).filter(({ objectId }) => chosen.has(objectId));
	const form = useSavingForm<Values>({
		defaultValues: {
			kind: consentKinds.find((kind) => kind === search.get("kind")) ?? "involve",
			aboutPersonId: search.get("about") ?? about.find(({ relation }) => relation === "child")?.id ?? about[0]?.id ?? "",
			toPersonId: search.get("to") ?? "",
			toWords: "",
			what: "",
			why: "",
			untilOn: "",
		},
		draft: { familyId, field: "consent.new" },
		save: ({ untilOn, toPersonId, toWords, ...rest }) =>
			ask.mutateAsync({
				params: { familyId },
				body: {
					...rest,
					untilOn: untilOn || null,
					toPersonId: toPersonId || null,
					toWords: toPersonId ? "" : toWords,
					parts: sharing(rest.kind, toPersonId) ? pickedOf(rest.aboutPersonId).map(({ object, objectId }) => ({ object, objectId })) : [],
				},
			}),
		onSaved: () => {
			toast({ words: say("consent.ask.sent") });
			void go(back);
		},
	});
	const values = form.hook.watch();
	const to = people.find(({ id }) => id === values.toPersonId);
	const parts = partsAbout(values.aboutPersonId);
	const picked = pickedOf(values.aboutPersonId);
	const person = people.find(({ id }) => id === values.aboutPersonId);
	const must = person
		? whoMustConsent(
				{ id: person.id, bornOn: person.bornOn, child: person.relation === "child" },
				{ parentIds: people.filter(({ relation }) => relation === "parent").map(({ id }) => id), authority: plan.family.authorities },
				today(),
			)
		: [];
	const names = people.map(({ id, givenName }) => ({ id, name: givenName }));
	if (!can("consent.ask"))
		return (
			<Page width="text">
				<PageTitle title={say("consent.ask")} back={{ to: back, label: say("consent.title") }} />
			</Page>
		);
	const preview = (
		<Section title={say("consent.ask.preview")}>
			<Card as="article" className="consent">
				<ConsentWords
					consent={{
						kind: values.kind,
						what: values.what || "…",
						to: to ? fullName(to) : values.toWords || "…",
						why: values.why,
						untilOn: values.untilOn || null,
						aboutPersonId: values.aboutPersonId,
						names,
						parts: sharing(values.kind, values.toPersonId) ? picked : [],
					}}
				/>
			</Card>
			{must.length > 0 ? (
				<p>
					{say("consent.ask.must", {
						names: nameList(
							must.map((id) => names.find((one) => one.id === id)?.name ?? ""),
							locale,
						),
					})}
				</p>
			) : (
				<Notice kind="warning">
					<Reasons codes={["nobody-may-agree"]} />
				</Notice>
			)}
		</Section>
	);
	return (
		<Page>
			<PageTitle title={say("consent.ask")} intro={say("consent.ask.intro")} back={{ to: back, label: say("consent.title") }} />
			<Beside aside={preview}>
				<Form
					form={form}
					submit={say("consent.ask.submit")}
					actions={
						<ButtonLink look="quiet" to={back}>
							{say("ui.cancel")}
						</ButtonLink>
					}
				>
					<RadioCards
						label={say("consent.ask.kind")}
						column="14rem"
						cards={consentKinds.map((kind) => ({
							value: kind,
							label: say(`consent.kind.${kind}`),
							hint: say(`consent.kind.${kind}-hint`),
							picture: pictures[kind],
						}))}
						{...form.choice("kind")}
					/>
					<RadioCards
						label={say("consent.ask.about")}
						column="9rem"
						cards={about.map(({ id, givenName }) => ({ value: id, label: givenName }))}
						{...form.choice("aboutPersonId")}
					/>
					<Select
						label={say("consent.ask.to")}
						options={receivers.map((one) => ({ value: one.id, label: [fullName(one), one.role].filter(Boolean).join(", ") }))}
						emptyLabel={say("consent.ask.to-words")}
						{...form.field("toPersonId")}
					/>
					{values.toPersonId ? null : (
						<TextField
							label={say("consent.ask.to-name")}
							hint={say("consent.ask.to-name-hint")}
							autoComplete="off"
							{...form.field("toWords")}
						/>
					)}
					<TextArea label={say("consent.ask.what")} hint={say("consent.ask.what-hint")} rows={3} {...form.field("what")} />
					{sharing(values.kind, values.toPersonId) && parts.length > 0 ? (
						<fieldset className="sp-field">
							<legend className="sp-label">{say("consent.ask.parts")}</legend>
							<p className="sp-hint">{say("consent.ask.parts-hint")}</p>
							<div className="sp-stack" data-gap="2xs">
								{parts.map(({ objectId, words }) => (
									<Checkbox
										key={objectId}
										name={`part.${objectId}`}
										label={words}
										checked={chosen.has(objectId)}
										onChange={() => setChosen((now) => toggled(now, objectId))}
									/>
								))}
							</div>
						</fieldset>
					) : null}
					<TextArea label={say("consent.ask.why")} hint={say("consent.ask.why-hint")} rows={2} {...form.field("why")} />
					<DateField label={say("consent.until")} hint={say("consent.ask.until-hint")} min={today()} optional {...form.field("untilOn")} />
				</Form>
			</Beside>
		</Page>
	);
}

const sharing = (kind: Values["kind"], toPersonId: string) => toPersonId !== "" && (kind === "share" || kind === "involve");

function toggled(now: ReadonlySet<string>, id: string): ReadonlySet<string> {
	const next = new Set(now);
	if (!next.delete(id)) next.add(id);
	return next;
}

/** Whom a part is about: a question about somebody can open what is about them, and no more. */
function partPeople({ goals, asks, family }: ReturnType<typeof usePlan>, { object, objectId }: Part): string[] {
	const of = (relation: string) => family.persons.filter((person) => person.relation === relation);
	const people = { children: of("child"), parentIds: of("parent").map(({ id }) => id) };
	const goal = goals.find(({ id }) => id === objectId);
	if (object === "goal") return goal ? partIsAbout({ object, forKind: goal.forKind, forPersonId: goal.forPersonId }, people) : [];
	const ask = asks.find(({ id }) => id === objectId);
	if (object === "ask") return ask ? partIsAbout({ object, text: ask.text, writtenBy: ask.writtenBy }, people) : [];
	return partIsAbout({ object }, people);
}

/** What can be shared of the plan as it is now: goals, help, requests and versions that are not over. */
function partsOf(plan: ReturnType<typeof usePlan>, say: ReturnType<typeof useText>): Part[] {
	const part = (object: ShareObject) => (each: { id: string; words: string }) => ({ object, objectId: each.id, words: each.words });
	return [
		...plan.goals
			.filter(({ state }) => state !== "stopped")
			.map(({ id, text }) => ({ id, words: text }))
			.map(part("goal")),
		...plan.help
			.filter(({ state }) => state !== "stopped")
			.map(({ id, what }) => ({ id, words: what }))
			.map(part("help")),
		...plan.asks
			.filter(({ state }) => state === "open" || state === "taken")
			.map(({ id, text }) => ({ id, words: text }))
			.map(part("ask")),
		...plan.versions
			.filter(({ state }) => state !== "withdrawn")
			.map(({ id, number }) => ({ id, words: say("consent.version", { number }) }))
			.map(part("plan_version")),
	];
}
