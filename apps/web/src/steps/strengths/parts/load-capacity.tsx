import type { FamilyPerson } from "@samenplan/contract/families";
import { type LoadCapacity, writeLoadCapacity } from "@samenplan/contract/steps";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { AudienceChip } from "../../../audience/parts/audience-chip.tsx";
import { AudienceChoice } from "../../../audience/parts/audience-choice.tsx";
import { type Choice, everyoneOfThePlan } from "../../../audience/queries.ts";
import { call } from "../../../lib/api.ts";
import { useText } from "../../../lib/text.tsx";
import { calledIn } from "../../../people/called.ts";
import { usePeople } from "../../../plans/people.ts";
import { useCan, useFamilyId, usePersonName, usePlan } from "../../../plans/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { Card } from "../../../ui/card.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Grid, Section } from "../../../ui/layout.tsx";
import { PersonName } from "../../../ui/person.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { TextArea } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.tsx";
import { LoadPicture } from "./load-picture.tsx";

const amounts = ["1", "2", "3", "4", "5"] as const;
type Amount = (typeof amounts)[number];

/** How much each parent carries and can carry now, as two simple bars; earlier moments stay and are drawn over time. */
export function LoadCapacities({ only }: { only?: string }) {
	const say = useText();
	const { parents } = usePeople();
	return (
		<Section title={say("strengths.load")} intro={say("strengths.load-intro")} id="load">
			<Grid column="18rem">
				{parents
					.filter(({ id }) => only === undefined || id === only)
					.map((parent) => (
						<OneParent key={parent.id} parent={parent} />
					))}
			</Grid>
		</Section>
	);
}

function OneParent({ parent }: { parent: FamilyPerson }) {
	const say = useText();
	const { locale } = useIntl();
	const { loadCapacity, viewer, plan } = usePlan();
	const nameOf = usePersonName();
	const can = useCan();
	const [writing, setWriting] = useState(false);
	const moments = loadCapacity.filter(({ personId }) => personId === parent.id);
	const now = moments.at(-1);
	const mayWrite = plan.state === "open" && can("load.write") && (parent.id === viewer.personId || can("view.record"));
	return (
		<Card as="article">
			<PersonName personId={parent.id} name={fullName(parent)} note={calledIn(say, parent.role)} />
			{now ? (
				<>
					<Balance moment={now} />
					{parent.id === viewer.personId && now.load > now.capacity ? <p className="sp-words">{say("strengths.load-over")}</p> : null}
					{now.text ? <p className="sp-words">“{now.text}”</p> : null}
					<AudienceChip text={now} />
					<p className="sp-hint">
						{dateInWords(dayOf(now.createdAt), locale)}
						{now.writtenBy === parent.id ? "" : ` · ${say("steps.written-down-by", { name: nameOf(now.writtenBy) })}`}
					</p>
				</>
			) : (
				<p className="sp-hint">{say("strengths.load-none")}</p>
			)}
			<LoadPicture name={parent.givenName} moments={moments} />
			{mayWrite ? (
				<div>
					<Button look={now ? "quiet" : "soft"} size="small" onClick={() => setWriting(true)}>
						{say(now ? "strengths.load-again" : "strengths.load-say")}
						<span className="sp-hidden"> {parent.givenName}</span>
					</Button>
				</div>
			) : null}
			{writing ? <LoadForm parent={parent} now={now} onClose={() => setWriting(false)} /> : null}
		</Card>
	);
}

function Balance({ moment }: { moment: Pick<LoadCapacity, "load" | "capacity"> }) {
	const say = useText();
	return (
		<div className="step-balance">
			{(["load", "capacity"] as const).map((kind) => (
				<div key={kind} className="step-bar" data-kind={kind}>
					<span>
						{say(`strengths.bar.${kind}`)}
						<span className="sp-hidden"> {say(`strengths.amount.${amounts[moment[kind] - 1] ?? "3"}`)}</span>
					</span>
					<span className="step-bar-blocks" aria-hidden="true" title={say(`strengths.amount.${amounts[moment[kind] - 1] ?? "3"}`)}>
						{amounts.map((amount) => (
							<i key={amount} data-on={Number(amount) <= moment[kind]} />
						))}
					</span>
				</div>
			))}
		</div>
	);
}

function LoadForm({ parent, now, onClose }: { parent: FamilyPerson; now: LoadCapacity | undefined; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { viewer } = usePlan();
	const own = parent.id === viewer.personId;
	const amount = (value: number | undefined): Amount => amounts[(value ?? 3) - 1] ?? "3";
	const form = useSavingForm<{ load: Amount; capacity: Amount; text: string; choice: Choice }>({
		defaultValues: { load: amount(now?.load), capacity: amount(now?.capacity), text: "", choice: everyoneOfThePlan },
		draft: { familyId, field: `load.${parent.id}` },
		save: ({ load, capacity, text, choice }) =>
			call(writeLoadCapacity, {
				params: { familyId },
				body: { personId: parent.id, load: Number(load), capacity: Number(capacity), text, ...choice },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("ui.saved") });
			onClose();
		},
	});
	const cards = amounts.map((value) => ({ value, label: say(`strengths.amount.${value}`) }));
	return (
		<Dialog open onClose={onClose} title={say("strengths.load")}>
			<Form form={form} submit={say("ui.save")}>
				<RadioCards
					label={own ? say("strengths.load-question") : say("strengths.load-question-of", { name: parent.givenName })}
					column="8rem"
					cards={cards}
					{...form.choice("load")}
				/>
				<RadioCards
					label={own ? say("strengths.capacity-question") : say("strengths.capacity-question-of", { name: parent.givenName })}
					column="8rem"
					cards={cards}
					{...form.choice("capacity")}
				/>
				<TextArea label={say("strengths.load-words")} optional rows={3} {...form.field("text")} />
				<AudienceChoice {...form.choice("choice")} whose={own ? undefined : parent.id} problem={form.problem} />
			</Form>
		</Dialog>
	);
}
