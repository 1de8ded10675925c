import { arrangeHelp, editHelp, type Help } from "@samenplan/contract/help";
import { addDays } from "@samenplan/language/dates";
import { evaluationAtMost, evaluationDue } from "@samenplan/plan-rules/due-dates";
import { useState } from "react";
import { useDays } from "../../lib/me.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";

type State = "planned" | "waiting" | "running";
type Values = {
	decisionId: string;
	what: string;
	provider: string;
	startsOn: string;
	endsOn: string;
	evaluationOn: string;
	aftercare: string;
	whoDoesWhat: string;
	insteadOfId: string;
	state: State;
	version: number;
};

/** Weeks that help usually takes when nobody says otherwise; only a beginning to change. */
const usualDays = 26 * 7;

/** Who helps and does what, in the place of what, from when, until when, when we look back, and what comes after. */
export function HelpForm({ help, insteadOf, onDone }: { help?: Help; insteadOf?: Help; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { decisions, evaluations, help: all, helpOptions, plan } = usePlan();
	const arrange = useFamilyWrite(arrangeHelp);
	const edit = useFamilyWrite(editHelp);
	const [other, setOther] = useState<Help>();
	const newest = decisions.at(-1);
	// The help that was chosen has a name; a mix of several has only the words of the decision.
	const chosen = helpOptions.find(({ id }) => id === newest?.optionId)?.name ?? newest?.what ?? "";
	const planned = evaluations.find(({ state }) => state === "planned");
	const days = useDays();
	const latest = evaluationAtMost(today(), plan.route, plan.placement, days);
	let suggested = planned?.dueOn ?? evaluationDue(today(), plan.route, plan.placement, days);
	if (suggested > latest) suggested = latest;
	const form = useSavingForm<Values>({
		defaultValues: {
			decisionId: help?.decisionId ?? newest?.id ?? "",
			what: help?.what ?? (insteadOf && chosen === insteadOf.what ? "" : chosen).slice(0, 200),
			provider: help?.provider ?? "",
			startsOn: help?.startsOn ?? today(),
			endsOn: help?.endsOn ?? addDays(today(), usualDays),
			evaluationOn: help?.evaluationOn ?? suggested,
			aftercare: help?.aftercare ?? "",
			whoDoesWhat: help?.whoDoesWhat ?? "",
			insteadOfId: insteadOf?.id ?? "",
			state: "planned",
			version: help?.version ?? 1,
		},
		draft: { familyId, field: `help.${help?.id ?? (insteadOf ? `instead.${insteadOf.id}` : "new")}` },
		save: ({ decisionId, insteadOfId, state, version, ...body }) =>
			help
				? edit.mutateAsync({ params: { familyId, helpId: help.id }, body: { ...body, version } })
				: arrange.mutateAsync({ params: { familyId }, body: { ...body, decisionId, insteadOfId: insteadOfId || null, state } }),
		onSaved: () => {
			toast({ words: say("help.arrange-saved") });
			onDone();
		},
		onConflict: (current) => {
			setOther(current as Help);
			form.hook.setValue("version", (current as Help).version);
		},
	});
	return (
		<Form form={form} submit={say("help.arrange-save")} label={say("help.arrange")}>
			{help || decisions.length < 2 ? null : (
				<Select
					label={say("help.decision")}
					options={decisions.map(({ id, what }) => ({ value: id, label: what }))}
					{...form.field("decisionId")}
				/>
			)}
			<WrittenMeanwhile
				theirs={
					other && [
						{ label: say("help.arrange-what"), words: other.what },
						{ label: say("help.arrange-provider"), words: other.provider },
						{ label: say("help.who-does-what"), words: other.whoDoesWhat },
						{ label: say("help.arrange-aftercare"), words: other.aftercare },
					]
				}
			/>
			<TextField label={say("help.arrange-what")} {...form.field("what")} />
			<TextField label={say("help.arrange-provider")} {...form.field("provider")} />
			<TextArea
				label={say("help.who-does-what")}
				hint={say("help.arrange-who-hint")}
				optional={plan.route === "light"}
				rows={2}
				{...form.field("whoDoesWhat")}
			/>
			{help || all.length === 0 ? null : (
				<Select
					label={say("help.arrange-instead-of")}
					emptyLabel={say("help.arrange-instead-none")}
					options={all.map(({ id, what }) => ({ value: id, label: what }))}
					{...form.field("insteadOfId")}
				/>
			)}
			<div className="option-form-row">
				<DateField label={say("help.arrange-from")} {...form.field("startsOn")} />
				<DateField label={say("help.arrange-until")} {...form.field("endsOn")} />
			</div>
			<DateField label={say("help.arrange-look-back")} hint={say("help.arrange-look-back-hint")} {...form.field("evaluationOn")} />
			{help ? null : (
				<Select
					label={say("help.arrange-state")}
					options={(["planned", "waiting", "running"] as const).map((state) => ({ value: state, label: say(term("helpStates", state)) }))}
					{...form.field("state")}
				/>
			)}
			<TextArea label={say("help.arrange-aftercare")} optional rows={2} {...form.field("aftercare")} />
		</Form>
	);
}
