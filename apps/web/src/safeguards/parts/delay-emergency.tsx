import { delayEmergency, type EmergencyOfFamily } from "@samenplan/contract/emergencies";
import { momentInWords } from "@samenplan/language/dates";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

const days = [3, 7, 14] as const;
type Choice = "now" | `${(typeof days)[number]}`;

/** For the coordinator: from when the family reads of it, and the ground for safety to wait. */
export default function DelayEmergency({ use, now }: { use: EmergencyOfFamily; now: string }) {
	const say = useText();
	const { locale } = useIntl();
	const [open, setOpen] = useState(false);
	const later = use.familySeesAt !== null && use.familySeesAt > now;
	return (
		<div className="sp-use-delay">
			<p className="sp-look-why">
				{later && use.familySeesAt
					? say("safeguards.list.family-later", { moment: momentInWords(use.familySeesAt, locale) })
					: say("safeguards.list.family-knows")}{" "}
				{use.delayBecause ? say("safeguards.list.delay-because", { words: use.delayBecause }) : null}
			</p>
			<Button look="quiet" size="small" onClick={() => setOpen(true)}>
				{say("safeguards.delay.change")}
			</Button>
			<Dialog open={open} onClose={() => setOpen(false)} title={say("safeguards.delay.title")}>
				{open ? <Choose use={use} now={now} onDone={() => setOpen(false)} /> : null}
			</Dialog>
		</div>
	);
}

function Choose({ use, now, onDone }: { use: EmergencyOfFamily; now: string; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const untilOf = (choice: Choice) =>
		choice === "now" ? null : new Date(new Date(use.createdAt).getTime() + Number(choice) * 86_400_000).toISOString();
	const form = useSavingForm<{ until: Choice; because: string }>({
		defaultValues: { until: "now", because: use.delayBecause },
		save: ({ until, because }) =>
			call(delayEmergency, {
				params: { familyId, emergencyId: use.id },
				body: { until: untilOf(until), because: until === "now" ? "" : because },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["emergencies"] });
			toast({ words: say("safeguards.delay.kept") });
			onDone();
		},
	});
	const possible = days.filter((each) => (untilOf(`${each}`) ?? "") > now);
	return (
		<Form form={form} submit={say("safeguards.delay.keep")}>
			<p>{say("safeguards.delay.words")}</p>
			<RadioCards<Choice>
				label={say("safeguards.delay.change")}
				column="12rem"
				cards={[
					{ value: "now", label: say("safeguards.delay.now") },
					...possible.map((each) => ({ value: `${each}` as const, label: say("safeguards.delay.days", { days: each }) })),
				]}
				{...form.choice("until")}
			/>
			{form.hook.watch("until") === "now" ? null : <TextArea label={say("safeguards.delay.because")} rows={3} {...form.field("because")} />}
		</Form>
	);
}
