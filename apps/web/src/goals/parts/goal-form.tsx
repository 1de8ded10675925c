import { editGoal, type Goal, goalFor, goalTerms, proposeGoal } from "@samenplan/contract/goals";
import { themes } from "@samenplan/contract/steps";
import { fullName } from "@samenplan/language/names";
import { Baby, Clock3, Footprints, House, PersonStanding, UserRound, Users } from "lucide-react";
import { useState } from "react";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useCan, useFamilyId, useFamilyWrite, usePersonName } from "../../plans/queries.ts";
import { ConflictDialog } from "../../ui/conflict-dialog.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { levels } from "../../ui/goal-ladder.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";
import { Think } from "./think.tsx";

type Values = {
	text: string;
	forKind: Goal["forKind"];
	forPersonId: string;
	theme: string;
	term: Goal["term"];
	levels: string[];
	startLevel: string;
	professionalText: string;
	/** Where these words started from: a draft that is taken up later still meets what others wrote meanwhile. */
	version: number;
};

const forPictures = {
	child: <Baby />,
	parent: <UserRound />,
	parents_together: <Users />,
	sibling: <PersonStanding />,
	whole_family: <House />,
};
const termPictures = { short: <Footprints />, long: <Clock3 /> };
/** The middle first: what we hope for is the easiest to say. */
const levelOrder = [0, -1, -2, 1, 2] as const;
const needsPerson = new Set<Goal["forKind"]>(["child", "parent", "sibling"]);

const empty: Values = {
	text: "",
	forKind: null,
	forPersonId: "",
	theme: "",
	term: "short",
	levels: levels.map(() => ""),
	startLevel: "",
	professionalText: "",
	version: 1,
};

function valuesOf(goal: Goal): Values {
	return {
		text: goal.text,
		forKind: goal.forKind,
		forPersonId: goal.forPersonId ?? "",
		theme: goal.theme ?? "",
		term: goal.term,
		levels: levels.map((_, index) => goal.levels[index] ?? ""),
		startLevel: goal.startLevel === null ? "" : String(goal.startLevel),
		professionalText: goal.professionalText,
		version: goal.version,
	};
}

type GoalFormProps = {
	/** The goal to change; a new one otherwise. */
	goal?: Goal;
	/** The words it begins with, and the view they come from. */
	from?: { text: string; viewId: string; theme: Goal["theme"] };
	onSaved: (goalId: string) => void;
};

/** A goal in own words first; everything else may come later. Never loses a word, also when two people write at once. */
export function GoalForm({ goal, from, onSaved }: GoalFormProps) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const people = usePeople();
	const propose = useFamilyWrite(proposeGoal);
	const edit = useFamilyWrite(editGoal);
	const [other, setOther] = useState<Goal>();
	const [clashes, setClashes] = useState<{ label: string; words: string }[]>();
	const steers = can("plan.steer");

	const send = async (values: Values) => {
		const body = {
			text: values.text,
			forKind: values.forKind,
			forPersonId: needsPerson.has(values.forKind) && values.forPersonId ? values.forPersonId : null,
			theme: (values.theme || null) as Goal["theme"],
			term: values.term,
			levels: values.levels.some((words) => words.trim()) ? values.levels : [],
			startLevel: values.startLevel === "" ? null : Number(values.startLevel),
			...(steers && { professionalText: values.professionalText }),
		};
		if (goal) {
			await edit.mutateAsync({ params: { familyId, goalId: goal.id }, body: { ...body, version: values.version } });
			return goal.id;
		}
		return (await propose.mutateAsync({ params: { familyId }, body: { ...body, fromViewId: from?.viewId ?? null } })).id;
	};
	const form = useSavingForm<Values>({
		defaultValues: goal ? valuesOf(goal) : { ...empty, text: from?.text ?? "", theme: from?.theme ?? "" },
		draft: { familyId, field: goal ? `goal.${goal.id}` : `goal.new.${from?.viewId ?? ""}` },
		save: async (values) => {
			const id = await send(values);
			toast({ words: say(goal ? "goals.saved" : "goals.proposed") });
			onSaved(id);
		},
		onConflict: (current, mine) => {
			const theirs = current as Goal;
			const base = form.hook.formState.defaultValues as Values;
			form.hook.setValue("version", theirs.version);
			const taken = valuesOf(theirs);
			// Where I changed nothing, what the other wrote stands; where both did, theirs is shown above my words.
			const both: { label: string; words: string }[] = [];
			for (const name of ["forKind", "forPersonId", "theme", "term", "startLevel", "professionalText"] as const)
				if (mine[name] === base[name] && !form.restored) form.hook.setValue(name, taken[name]);
			for (const [index, level] of levels.entries()) {
				const [his, own] = [taken.levels[index] ?? "", mine.levels[index] ?? ""];
				if (own === base.levels[index] && !form.restored) form.hook.setValue(`levels.${index}`, his);
				else if (his !== own) both.push({ label: say(`ui.level.${level}`), words: his });
			}
			if (mine.professionalText !== taken.professionalText && (mine.professionalText !== base.professionalText || form.restored) && steers)
				both.push({ label: say("goals.professional"), words: taken.professionalText });
			const keepsText = mine.text === base.text && !form.restored;
			if (keepsText) form.hook.setValue("text", theirs.text);
			const asksText = !keepsText && mine.text !== theirs.text;
			// Without a question about the text, what the other wrote is told here and saving again is the answer.
			if (!asksText) both.unshift({ label: say("goals.text"), words: theirs.text });
			setClashes(both.length > 0 ? both : undefined);
			if (asksText) setOther(theirs);
		},
	});
	const forKind = form.choice("forKind");
	const candidates =
		forKind.value === "parent" ? people.parents : forKind.value === "child" || forKind.value === "sibling" ? people.children : [];

	const details = (
		<>
			<Select
				label={say("goals.theme")}
				optional
				emptyLabel={say("goals.theme-none")}
				options={themes.map((theme) => ({ value: theme, label: say(term("themes", theme)) }))}
				{...form.field("theme")}
			/>
			<RadioCards
				label={say("goals.term")}
				cards={goalTerms.map((value) => ({
					value,
					label: say(term("goalTerms", value)),
					hint: say(`goals.term.${value}`),
					picture: termPictures[value],
				}))}
				column="14rem"
				{...form.choice("term")}
			/>
			<fieldset className="goal-levels">
				<legend className="sp-label">{say("goals.levels")}</legend>
				<p className="sp-hint">{say("goals.levels-hint")}</p>
				{levelOrder.map((level) => {
					const index = levels.indexOf(level);
					return (
						<TextArea
							key={level}
							rows={level === 0 ? 2 : 1}
							label={say(`ui.level.${level}`)}
							optional={level !== 0}
							{...form.field(`levels.${index}`)}
						/>
					);
				})}
			</fieldset>
			<Select
				label={say("goals.start")}
				optional
				emptyLabel={say("goals.start-none")}
				options={levels.map((level) => ({ value: String(level), label: say(`ui.level.${level}`) }))}
				{...form.field("startLevel")}
			/>
			{steers ? (
				<TextArea
					label={say("goals.professional")}
					hint={say("goals.professional-hint")}
					optional
					rows={2}
					{...form.field("professionalText")}
				/>
			) : null}
		</>
	);

	return (
		<>
			<Form form={form} submit={say(goal ? "goals.save" : "goals.send")} label={say(goal ? "goals.edit.title" : "goals.new.title")}>
				<WrittenMeanwhile theirs={clashes} />
				<TextArea label={say("goals.text")} hint={say("goals.text-hint")} rows={3} {...form.field("text")} />
				<Think text={form.hook.watch("text")} asHoped={form.hook.watch(`levels.${levels.indexOf(0)}`)} />
				<RadioCards<NonNullable<Goal["forKind"]>>
					label={say("goals.for")}
					hint={say("goals.for-hint")}
					optional
					column="12rem"
					cards={goalFor.map((value) => ({ value, label: say(term("goalFor", value)), picture: forPictures[value] }))}
					name="forKind"
					value={forKind.value}
					onValue={forKind.onValue}
					error={forKind.error}
				/>
				{candidates.length > 0 ? (
					<Select
						label={say("goals.for-person")}
						optional
						emptyLabel={say("goals.for-person-none")}
						options={candidates.map((person) => ({ value: person.id, label: fullName(person) }))}
						{...form.field("forPersonId")}
					/>
				) : null}
				{goal || steers ? (
					details
				) : (
					<Disclosure title={say("goals.more")}>
						{
							<div className="sp-stack" data-gap="lg">
								{details}
							</div>
						}
					</Disclosure>
				)}
			</Form>
			<ConflictDialog
				open={other !== undefined}
				about={say("goals.text")}
				mine={form.hook.getValues("text")}
				theirs={other?.text ?? ""}
				theirName={other ? nameOf(other.writtenBy) || undefined : undefined}
				pending={edit.isPending}
				onClose={() => setOther(undefined)}
				onChoose={(text) => {
					form.hook.setValue("text", text, { shouldDirty: true });
					setOther(undefined);
					// With other clashes in sight the reader saves again; otherwise the choice is the whole answer.
					if (!clashes) form.submit();
				}}
			/>
		</>
	);
}
