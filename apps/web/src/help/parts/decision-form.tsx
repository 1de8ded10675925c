import { type Decision, decideHelp, editDecision } from "@samenplan/contract/help";
import { fullName, nameList } from "@samenplan/language/names";
import { useState } from "react";
import { useIntl } from "react-intl";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { MoveProblem } from "../../plans/parts/reasons.tsx";
import { useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { FieldError } from "../../ui/field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";

type Values = { optionId: string; what: string; why: string; tookPart: string[]; decidedOn: string; version: number };

/** What, why, who took part and when. */
export function DecisionForm({ decision, onDone }: { decision?: Decision; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const { locale } = useIntl();
	const { helpOptions, family } = usePlan();
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
						// The name of the option is the likeliest beginning; whatever was typed stays.
						const name = helpOptions.find(({ id }) => id === event.target.value)?.name;
						if (name && !form.hook.getValues("what")) form.hook.setValue("what", name, { shouldDirty: true });
					}}
				/>
			)}
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
			{decide.error && asProblem(decide.error).reasons ? <MoveProblem error={decide.error} /> : null}
		</Form>
	);
}
