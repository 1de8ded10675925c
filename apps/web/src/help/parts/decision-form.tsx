import { type Decision, decideHelp, editDecision } from "@samenplan/contract/help";
import { fullName, nameList } from "@samenplan/language/names";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { FieldError } from "../../ui/field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";
import { type WeighedText, weighedBefore, weighedOf, weighedTexts, weighedTitles } from "../weighed.ts";

type Weighed = Record<WeighedText, string>;
type Values = {
	optionId: string;
	compared: string[];
	what: string;
	why: string;
	tookPart: string[];
	decidedOn: string;
	version: number;
} & Weighed;

/** What was compared, what we choose and why, what weighed, who took part and when. */
export function DecisionForm({ decision, onDone }: { decision?: Decision; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const { locale } = useIntl();
	const plan = usePlan();
	const { helpOptions, family } = plan;
	const decide = useFamilyWrite(decideHelp);
	const edit = useFamilyWrite(editDecision);
	const [other, setOther] = useState<Decision>();
	const send = ({ optionId, version, ...body }: Values) =>
		decision
			? edit.mutateAsync({ params: { familyId, decisionId: decision.id }, body: { ...body, version } })
			: decide.mutateAsync({ params: { familyId }, body: { ...body, optionId: optionId || null } });
	const done = () => {
		toast({ words: say("help.decide-saved") });
		onDone();
	};
	const form = useSavingForm<Values>({
		defaultValues: {
			optionId: decision?.optionId ?? "",
			compared: decision?.compared ?? helpOptions.map(({ id }) => id),
			...weighedOf(decision),
			what: decision?.what ?? "",
			why: decision?.why ?? "",
			tookPart: decision?.tookPart ?? [],
			decidedOn: decision?.decidedOn ?? today(),
			version: decision?.version ?? 1,
		},
		draft: { familyId, field: `decision.${decision?.id ?? "new"}` },
		save: (values) => send(values),
		onSaved: done,
		onConflict: (current) => {
			setOther(current as Decision);
			form.hook.setValue("version", (current as Decision).version);
		},
	});
	const people = family.persons.filter(({ relation }) => relation !== "scientist");
	const option = form.field("optionId");
	const comparing = form.choice("compared");
	// What was written before is the likeliest beginning; whatever was typed stays.
	const begin = (optionId: string) => {
		const chosen = helpOptions.find(({ id }) => id === optionId);
		const beginnings: Partial<Record<keyof Values, string>> = { what: chosen?.name, ...weighedBefore(plan, chosen) };
		for (const [field, words] of Object.entries(beginnings) as [WeighedText | "what", string | undefined][])
			if (words && !form.hook.getValues(field)) form.hook.setValue(field, words, { shouldDirty: true });
	};
	const takingPart = form.choice("tookPart");
	return (
		<Form form={form} submit={say("help.decide-save")} label={say("help.decide")}>
			{decision ? null : (
				<Select
					label={say("help.decide-option")}
					emptyLabel={say("help.decide-option-none")}
					options={helpOptions.map(({ id, name }) => ({ value: id, label: name }))}
					{...option}
					onChange={async (event) => {
						await option.onChange(event);
						begin(event.target.value);
					}}
				/>
			)}
			{helpOptions.length > 0 ? (
				<fieldset className="decision-took-part">
					<legend className="sp-label">{say("help.compared")}</legend>
					<p className="sp-hint">{say("help.compared-hint")}</p>
					{helpOptions.map(({ id, name }) => (
						<Checkbox
							key={id}
							label={name}
							checked={comparing.value.includes(id)}
							onChange={(event) =>
								comparing.onValue(event.target.checked ? [...comparing.value, id] : comparing.value.filter((each) => each !== id))
							}
						/>
					))}
				</fieldset>
			) : null}
			<WrittenMeanwhile
				theirs={
					other && [
						{ label: say("help.decide-what"), words: other.what },
						{ label: say("help.decide-why"), words: other.why },
						{ label: say("help.decide-took-part"), words: nameList(other.tookPart.map(nameOf), locale) },
					]
				}
			/>
			<TextArea label={say("help.decide-what")} rows={2} {...form.field("what")} />
			<TextArea label={say("help.decide-why")} rows={3} {...form.field("why")} />
			<fieldset className="decision-took-part">
				<legend className="sp-label">{say("help.what-weighed")}</legend>
				<p className="sp-hint">
					{say("help.weighed-hint")} {decision ? null : say("help.weighed-filled")}
				</p>
				<div className="decision-weighing">
					{weighedTexts.map((key) => (
						<TextArea key={key} label={say(weighedTitles[key])} optional rows={2} {...form.field(key)} />
					))}
				</div>
			</fieldset>
			<fieldset className="decision-took-part">
				<legend className="sp-label">{say("help.decide-took-part")}</legend>
				{people.map((person) => (
					<Checkbox
						key={person.id}
						label={fullName(person)}
						checked={takingPart.value.includes(person.id)}
						onChange={(event) =>
							takingPart.onValue(
								event.target.checked ? [...takingPart.value, person.id] : takingPart.value.filter((id) => id !== person.id),
							)
						}
					/>
				))}
				<FieldError>{takingPart.error}</FieldError>
			</fieldset>
			<DateField label={say("help.decide-on")} max={today()} {...form.field("decidedOn")} />
		</Form>
	);
}
