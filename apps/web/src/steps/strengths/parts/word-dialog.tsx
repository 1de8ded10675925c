import { addSharedWord, editSharedWord, removeSharedWord, type SharedWord } from "@samenplan/contract/analysis";
import { hardWords, wordCodes } from "@samenplan/knowledge/words";
import { useState } from "react";
import { useText } from "../../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../../plans/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea, TextField } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../../ui/written-meanwhile.tsx";
import { useKnowledgeLanguage } from "../knowledge-language.ts";
import { useTakeAway } from "../take-away.ts";
import { GeneralMeaning } from "./general-meaning.tsx";

/** No word of the general list: one writes it. */
const ownWord = "own";
type Values = { choice: string; own: string; familyMeans: string; professionalMeans: string; atHome: string; version: number };

/** A word, chosen from those that often lead to misunderstanding or written oneself, and what each of us means by it. */
export function WordDialog({ word, onClose }: { word: SharedWord | undefined; onClose: () => void }) {
	const say = useText();
	return (
		<Dialog open onClose={onClose} title={word?.word ?? say("strengths.words.add")}>
			<WordForm word={word} onDone={onClose} />
		</Dialog>
	);
}

function WordForm({ word, onDone }: { word: SharedWord | undefined; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const language = useKnowledgeLanguage();
	const can = useCan();
	const { viewer, sharedWords } = usePlan();
	const add = useFamilyWrite(addSharedWord);
	const edit = useFamilyWrite(editSharedWord);
	const takeAway = useTakeAway(removeSharedWord, addSharedWord);
	const [other, setOther] = useState<SharedWord>();
	const steers = can("plan.steer");
	const free = wordCodes
		.map((code) => hardWords[code].word)
		.filter((known) => !sharedWords.some((there) => [known.nl, known.en].some((one) => one.toLowerCase() === there.word.toLowerCase())));
	const form = useSavingForm<Values>({
		defaultValues: {
			choice: free[0]?.[language] ?? ownWord,
			own: "",
			familyMeans: word?.familyMeans ?? "",
			professionalMeans: word?.professionalMeans ?? "",
			atHome: word?.atHome ?? "",
			version: word?.version ?? 1,
		},
		draft: { familyId, field: `word.${word?.id ?? "new"}` },
		save: ({ choice, own, familyMeans, professionalMeans, atHome, version }) => {
			const ofFamily = { familyMeans, atHome };
			if (word)
				return edit.mutateAsync({
					params: { familyId, sharedWordId: word.id },
					body: { ...ofFamily, ...(steers && { professionalMeans }), version },
				});
			const body = { ...ofFamily, word: choice === ownWord ? own : choice, professionalMeans: steers ? professionalMeans : "" };
			return add.mutateAsync({ params: { familyId }, body });
		},
		onSaved: () => {
			toast({ words: say("strengths.words.kept") });
			onDone();
		},
		onConflict: (current) => {
			const there = current as SharedWord;
			setOther(there);
			if (word) form.hook.setValue("version", there.version);
		},
	});
	const chosen = form.hook.watch("choice");
	const named = word?.word ?? (chosen === ownWord ? form.hook.watch("own") : chosen);
	// What the professional wrote there does not go with it by a family's hand; see the API.
	const mayRemove = word && (steers || (word.writtenBy === viewer.personId && word.professionalMeans === ""));
	const remove =
		mayRemove &&
		(() => {
			const { familyMeans, professionalMeans, atHome } = word;
			const body = { word: word.word, familyMeans, professionalMeans, atHome };
			void takeAway({ familyId, sharedWordId: word.id }, body, say("strengths.words.removed")).then(onDone, () => undefined);
		});
	return (
		<Form
			form={form}
			submit={say("ui.save")}
			actions={
				remove ? (
					<Button look="quiet" onClick={remove}>
						{say("strengths.words.remove")}
					</Button>
				) : null
			}
		>
			{other && !word ? (
				<Notice kind="warning" live>
					<p>{say("strengths.words.there")}</p>
				</Notice>
			) : null}
			<WrittenMeanwhile
				theirs={
					other && word
						? [
								{ label: say("strengths.words.family"), words: other.familyMeans },
								{ label: say("strengths.words.professional"), words: other.professionalMeans },
								{ label: say("strengths.words.home"), words: other.atHome },
							]
						: undefined
				}
			/>
			{word ? null : (
				<>
					<Select
						label={say("strengths.words.which")}
						options={[
							...free.map((known) => ({ value: known[language], label: known[language] })),
							{ value: ownWord, label: say("strengths.words.other") },
						]}
						{...form.field("choice")}
					/>
					{chosen === ownWord ? <TextField label={say("strengths.words.own")} autoComplete="off" {...form.field("own")} /> : null}
				</>
			)}
			<GeneralMeaning key={named} word={named} open />
			<TextArea label={say("strengths.words.family")} optional rows={2} {...form.field("familyMeans")} />
			{steers ? (
				<TextArea
					label={say("strengths.words.professional")}
					hint={say("strengths.work.words.professional-hint")}
					optional
					rows={2}
					{...form.field("professionalMeans")}
				/>
			) : null}
			<TextArea label={say("strengths.words.home")} optional rows={2} {...form.field("atHome")} />
		</Form>
	);
}
