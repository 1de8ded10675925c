import { type Action, addAction, editAction, removeAction, repeats } from "@samenplan/contract/goals";
import { fullName } from "@samenplan/language/names";
import { useState } from "react";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { useFocusInside } from "../../ui/focus-inside.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";

type Values = { text: string; personId: string; dueOn: string; repeats: Action["repeats"]; version: number };
type Props = { action?: Action; goalId?: string | null; onSaved: () => void; onCancel: () => void };

/** A small step: what, who, when and how often. */
export function ActionForm({ action, goalId = null, onSaved, onCancel }: Props) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { family, viewer } = usePlan();
	const add = useFamilyWrite(addAction);
	const edit = useFamilyWrite(editAction);
	const remove = useFamilyWrite(removeAction);
	const [other, setOther] = useState<Action>();
	const form = useSavingForm<Values>({
		defaultValues: {
			text: action?.text ?? "",
			personId: action?.personId ?? viewer.personId,
			dueOn: action?.dueOn ?? "",
			repeats: action?.repeats ?? "once",
			version: action?.version ?? 1,
		},
		draft: { familyId, field: action ? `action.${action.id}` : `action.new.${goalId ?? ""}` },
		save: ({ version, ...values }) => {
			const body = { ...values, dueOn: values.dueOn || null };
			return action
				? edit.mutateAsync({ params: { familyId, actionId: action.id }, body: { ...body, version } })
				: add.mutateAsync({ params: { familyId }, body: { ...body, goalId } });
		},
		onSaved: () => {
			toast({ words: say("actions.saved") });
			onSaved();
		},
		onConflict: (current) => {
			setOther(current as Action);
			form.hook.setValue("version", (current as Action).version);
		},
	});
	const part = useFocusInside<HTMLDivElement>();
	const people = family.persons.filter(({ relation }) => relation !== "scientist");
	return (
		<div className="action-form" ref={part}>
			<Form
				form={form}
				label={say("actions.add")}
				submit={say("actions.save")}
				actions={
					<>
						<Button look="quiet" onClick={onCancel}>
							{say("ui.cancel")}
						</Button>
						{action && action.reportedAt === null && can("action.write") ? (
							<Button
								look="quiet"
								pending={remove.isPending}
								onClick={() =>
									remove.mutate(
										{ params: { familyId, actionId: action.id } },
										{ onSuccess: () => toast({ words: say("actions.removed") }) },
									)
								}
							>
								{say("actions.remove")}
							</Button>
						) : null}
					</>
				}
			>
				<WrittenMeanwhile
					theirs={
						other && [
							{ label: say("actions.what"), words: other.text },
							{ label: say("actions.repeats"), words: say(term("repeats", other.repeats)) },
						]
					}
				/>
				<TextField label={say("actions.what")} hint={say("actions.what-hint")} {...form.field("text")} />
				<div className="action-form-row">
					<Select
						label={say("actions.who")}
						options={people.map((person) => ({
							value: person.id,
							label: person.id === viewer.personId ? `${say("actions.me")} (${person.givenName})` : fullName(person),
						}))}
						{...form.field("personId")}
					/>
					<Select
						label={say("actions.repeats")}
						options={repeats.map((value) => ({ value, label: say(term("repeats", value)) }))}
						{...form.field("repeats")}
					/>
				</div>
				<DateField label={say("actions.when")} optional {...form.field("dueOn")} />
				{remove.error ? <ProblemNotice error={remove.error} /> : null}
			</Form>
		</div>
	);
}
