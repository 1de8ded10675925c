import { type Consent, deviateConsent, recordConsent } from "@samenplan/contract/consents";
import { Check, X } from "lucide-react";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Row } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { nameIn } from "./consent-card.tsx";

/** What a coordinator can do with a question: write down an answer together, or go on with a reason that everyone reads. */
export function ConsentSteering({ consent }: { consent: Consent }) {
	const say = useText();
	const can = useCan();
	const [doing, setDoing] = useState<"record" | "deviate">();
	const without = consent.must.filter(({ hasAccount }) => !hasAccount);
	const gave = consent.must.some(({ answer }) => answer?.answer === "given");
	const over = consent.standing === "over";
	const mayRecord = can("consent.record") && without.length > 0 && !over;
	const mayDeviate = can("consent.deviate") && !consent.stands && gave && !over;
	if (!mayRecord && !mayDeviate) return null;
	const close = () => setDoing(undefined);
	return (
		<Row>
			{mayRecord ? (
				<Button look="soft" size="small" onClick={() => setDoing("record")}>
					{say("consent.record")}
				</Button>
			) : null}
			{mayDeviate ? (
				<Button look="quiet" size="small" onClick={() => setDoing("deviate")}>
					{say("consent.deviate")}
				</Button>
			) : null}
			{doing === "record" ? <RecordDialog consent={consent} people={without.map(({ personId }) => personId)} onClose={close} /> : null}
			{doing === "deviate" ? <DeviateDialog consent={consent} onClose={close} /> : null}
		</Row>
	);
}

function RecordDialog({ consent, people, onClose }: { consent: Consent; people: string[]; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(recordConsent);
	const form = useSavingForm<{ personId: string; answer: "given" | "refused"; text: string }>({
		defaultValues: { personId: people[0] ?? "", answer: "given", text: "" },
		draft: { familyId, field: `consent.record.${consent.id}` },
		save: (values) => write.mutateAsync({ params: { familyId, consentId: consent.id }, body: values }),
		onSaved: () => {
			toast({ words: say("consent.record.saved") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("consent.record.title")} locked={form.pending}>
			<Form form={form} submit={say("ui.save")}>
				{people.length > 1 ? (
					<RadioCards
						label={say("consent.record.who")}
						column="9rem"
						cards={people.map((id) => ({ value: id, label: nameIn(consent, id) }))}
						{...form.choice("personId")}
					/>
				) : (
					<p>{say("consent.record.of", { name: nameIn(consent, people[0] ?? "") })}</p>
				)}
				<RadioCards
					label={say("consent.record.answer")}
					column="9rem"
					cards={[
						{ value: "given", label: say("consent.record.yes"), picture: <Check /> },
						{ value: "refused", label: say("consent.record.no"), picture: <X /> },
					]}
					{...form.choice("answer")}
				/>
				<TextArea label={say("consent.record.words")} hint={say("consent.record.words-hint")} rows={3} optional {...form.field("text")} />
			</Form>
		</Dialog>
	);
}

function DeviateDialog({ consent, onClose }: { consent: Consent; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(deviateConsent);
	const form = useSavingForm({
		defaultValues: { because: "" },
		draft: { familyId, field: `consent.deviate.${consent.id}` },
		save: ({ because }) => write.mutateAsync({ params: { familyId, consentId: consent.id }, body: { because, version: consent.version } }),
		onSaved: () => {
			toast({ words: say("consent.deviate.saved") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("consent.deviate.title")} locked={form.pending}>
			<p>{say("consent.deviate.words")}</p>
			<Form form={form} submit={say("consent.deviate.submit")}>
				<TextArea label={say("consent.deviate.because")} hint={say("consent.deviate.because-hint")} rows={4} {...form.field("because")} />
			</Form>
		</Dialog>
	);
}
