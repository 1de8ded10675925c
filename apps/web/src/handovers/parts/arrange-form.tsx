import { arrangeHandover, type Handover, startHandover } from "@samenplan/contract/handovers";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { candidatesQuery } from "../queries.ts";

type Kept = Pick<Handover, "id" | "version"> & Partial<Pick<Handover, "toPersonId" | "toKnow" | "talkOn" | "talkWhere" | "toldFamilyOn">>;
type ArrangeFormProps = {
	familyId: string;
	/** What was asked for or arranged already; left out: a handover that begins here, with why. */
	handover?: Kept;
	submit: string;
	onSaved: () => void;
	actions?: ReactNode;
};
type Values = { because: string; toPersonId: string; toKnow: string; talkOn: string; talkWhere: string; toldFamilyOn: string };

/**
 * Chooses a colleague with what they carry already, a day for the talk together, and when the family was told. For the coordinator and
 * the team lead alike: needs nothing of the plan.
 */
export function ArrangeForm({ familyId, handover, submit, onSaved, actions }: ArrangeFormProps) {
	const say = useText();
	const queries = useQueryClient();
	const { data: candidates, error, refetch } = useQuery(candidatesQuery(familyId));
	const form = useSavingForm<Values>({
		defaultValues: {
			because: "",
			toPersonId: handover?.toPersonId ?? "",
			toKnow: handover?.toKnow ?? "",
			talkOn: handover?.talkOn ?? "",
			talkWhere: handover?.talkWhere ?? "",
			toldFamilyOn: handover?.toldFamilyOn ?? "",
		},
		draft: { familyId, field: `handover.${handover?.id ?? "start"}` },
		schema: { safeParse: (values) => allFilled(values as Values, handover ? [] : ["because"]) },
		save: ({ because, ...arrangement }) =>
			handover
				? call(arrangeHandover, { params: { familyId, handoverId: handover.id }, body: { ...arrangement, version: handover.version } })
				: call(startHandover, { params: { familyId }, body: { because, ...arrangement } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			void queries.invalidateQueries({ queryKey: ["team"] });
			onSaved();
		},
	});
	if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
	if (!candidates) return <Loading />;
	if (candidates.length === 0) return <Notice kind="warning">{say("handover.to-none")}</Notice>;
	return (
		<Form form={form} submit={submit} actions={actions}>
			{handover ? null : (
				<TextArea label={say("handover.because")} hint={say("handover.because-hint")} rows={3} {...form.field("because")} />
			)}
			<RadioCards
				label={say("handover.to")}
				hint={say("handover.to-hint")}
				column="14rem"
				cards={candidates.map(({ personId, name, families, coming }) => ({
					value: personId,
					label: name,
					hint: say("handover.load", { families, coming }),
				}))}
				{...form.choice("toPersonId")}
			/>
			<DateField label={say("handover.told")} max={today()} {...form.field("toldFamilyOn")} />
			<DateField label={say("handover.talk-on")} {...form.field("talkOn")} />
			<TextField label={say("handover.talk-where")} optional {...form.field("talkWhere")} />
			<TextArea label={say("handover.to-know")} hint={say("handover.to-know-hint")} optional rows={4} {...form.field("toKnow")} />
		</Form>
	);
}

function allFilled(values: Values, also: (keyof Values)[]) {
	const issues = [...also, "toPersonId" as const, "toldFamilyOn" as const, "talkOn" as const]
		.filter((field) => values[field].trim() === "")
		.map((field) => ({ path: [field] }));
	return issues.length > 0 ? { success: false, error: { issues } } : { success: true };
}
