import { type Help, noteProgress } from "@samenplan/contract/help";
import { CircleHelp, ThumbsDown, ThumbsUp } from "lucide-react";
import { AudienceChoice } from "../../audience/parts/audience-choice.tsx";
import { type Choice, everyoneOfThePlan } from "../../audience/queries.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Fit = "yes" | "no" | "unknown";
const pictures: Record<Fit, React.ReactNode> = { yes: <ThumbsUp />, no: <ThumbsDown />, unknown: <CircleHelp /> };

/** How the help goes, in two sentences, and whether the advice fitted. */
export function ProgressForm({ help, onDone }: { help: Help; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const note = useFamilyWrite(noteProgress);
	const form = useSavingForm<{ text: string; fit: Fit; choice: Choice }>({
		defaultValues: { text: "", fit: "unknown", choice: everyoneOfThePlan },
		draft: { familyId, field: `progress.${help.id}` },
		save: ({ text, fit, choice }) =>
			note.mutateAsync({
				params: { familyId, helpId: help.id },
				body: { text, adviceFitted: fit === "unknown" ? null : fit === "yes", ...choice },
			}),
		onSaved: () => {
			toast({ words: say("help.progress-saved") });
			onDone();
		},
	});
	return (
		<Form form={form} submit={say("help.progress-save")} label={say("help.progress")}>
			<TextArea label={say("help.progress-text")} hint={say("help.progress-hint")} rows={3} maxLength={600} {...form.field("text")} />
			<RadioCards<Fit>
				label={say("help.advice-fitted")}
				column="11rem"
				cards={(["yes", "no", "unknown"] as const).map((value) => ({
					value,
					label: say(`help.advice.${value}`),
					picture: pictures[value],
				}))}
				{...form.choice("fit")}
			/>
			<AudienceChoice {...form.choice("choice")} problem={form.problem} />
		</Form>
	);
}
