import { closingKinds } from "@samenplan/contract/closing-kinds";
import { checkInAtMost, checkInDue } from "@samenplan/plan-rules/due-dates";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import type { useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";

export type ClosingKind = (typeof closingKinds)[number];
export type Closing = { closingKind: ClosingKind | ""; aftercare: string; turnTo: string; checkInOn: string; wantsMilestones: boolean };

export const emptyClosing = (wantsMilestones: boolean): Closing => ({
	closingKind: "",
	aftercare: "",
	turnTo: "",
	checkInOn: checkInDue(today()),
	wantsMilestones,
});

type Field = ReturnType<typeof useSavingForm<Closing>>["field"];

/** What a plan that closes leaves behind: how it ended, who to turn to, and when we ask how it goes. */
export function ClosingFields({ field }: { field: Field }) {
	const say = useText();
	return (
		<>
			<Select
				label={say("evaluate.talk.closing-kind")}
				emptyLabel={say("evaluate.talk.choose")}
				options={closingKinds.map((kind) => ({ value: kind, label: say(term("closingKinds", kind)) }))}
				{...field("closingKind")}
			/>
			<TextArea label={say("evaluate.talk.turn-to")} hint={say("evaluate.talk.turn-to-hint")} rows={2} {...field("turnTo")} />
			<TextArea label={say("evaluate.talk.aftercare")} rows={3} {...field("aftercare")} />
			<DateField
				label={say("evaluate.talk.check-in")}
				hint={say("evaluate.talk.check-in-hint")}
				max={checkInAtMost(today())}
				{...field("checkInOn")}
			/>
			<Checkbox
				label={say("evaluate.talk.wants-milestones")}
				hint={say("evaluate.talk.wants-milestones-hint")}
				{...field("wantsMilestones")}
			/>
		</>
	);
}
