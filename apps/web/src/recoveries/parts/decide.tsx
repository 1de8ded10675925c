import { decideRecovery, type Recovery } from "@samenplan/contract/recoveries";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { recoveriesQuery } from "../queries.ts";

type Values = { answer: "" | "grant" | "refuse"; spokeThemselves: boolean; words: string };

/** The second person's answer. */
export function DecideRecovery({ recovery, onDone }: { recovery: Recovery; onDone: () => void }) {
	const say = useText();
	const queries = useQueryClient();
	const { name } = recovery;
	const form = useSavingForm<Values>({
		defaultValues: { answer: "", spokeThemselves: false, words: "" },
		schema: {
			safeParse: (values) =>
				(values as Values).answer === "" ? { success: false, error: { issues: [{ path: ["answer"] }] } } : { success: true },
		},
		save: ({ answer, spokeThemselves, words }) =>
			call(decideRecovery, {
				params: { recoveryId: recovery.id },
				body: { grant: answer === "grant", spokeThemselves: answer === "grant" && spokeThemselves, words },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: recoveriesQuery.queryKey });
			toast({ words: say("recoveries.decide.saved") });
			onDone();
		},
	});
	return (
		<Form
			form={form}
			submit={say("recoveries.decide.save")}
			actions={
				<Button look="quiet" onClick={onDone}>
					{say("ui.cancel")}
				</Button>
			}
		>
			<RadioCards
				label={say("recoveries.decide.answer", { name })}
				column="12rem"
				cards={(["grant", "refuse"] as const).map((value) => ({
					value,
					label: say(`recoveries.decide.${value}`),
					hint: say(`recoveries.decide.${value}-hint`, { name }),
				}))}
				{...form.choice("answer")}
			/>
			{form.hook.watch("answer") === "grant" ? (
				<Checkbox
					label={say("recoveries.decide.spoke", { name })}
					hint={say("recoveries.decide.spoke-hint", { name })}
					{...form.hook.register("spokeThemselves")}
				/>
			) : null}
			<TextArea label={say("recoveries.decide.words")} optional rows={2} {...form.field("words")} />
		</Form>
	);
}
