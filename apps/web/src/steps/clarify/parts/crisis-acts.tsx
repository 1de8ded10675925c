import { type CrisisAct, changeCrisisAct, recordCrisisAct, removeCrisisAct } from "@samenplan/contract/crisis-acts";
import { dayInWords } from "@samenplan/language/dates";
import { useQueryClient } from "@tanstack/react-query";
import { Pencil, Plus } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../../lib/api.ts";
import { useText } from "../../../lib/text.tsx";
import { today } from "../../../plans/facts.ts";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../../plans/queries.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Stack } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { ProblemNotice } from "../../../ui/problem-notice.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea, TextField } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../../ui/written-meanwhile.tsx";

/** An act while it is written; `doneBy` is empty when somebody else did it, who then is named in words. */
export type ActValues = { what: string; doneBy: string; doneByWho: string; doneOn: string };

export const newAct = (): ActValues => ({ what: "", doneBy: "", doneByWho: "", doneOn: today() });
/** As the API takes it: a person around the family, or in words somebody else; never both. */
export const sentAct = ({ what, doneBy, doneByWho, doneOn }: ActValues) => ({
	what,
	doneBy: doneBy || null,
	doneByWho: doneBy ? "" : doneByWho,
	doneOn,
});

/** What was done at once, by whom and when, for everyone of the plan; who steers writes more down or mends it. */
export function CrisisActs() {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const nameOf = usePersonName();
	const { plan, crisisActs } = usePlan();
	const [open, setOpen] = useState<CrisisAct | "new">();
	const steers = can("plan.steer") && plan.state === "open";
	if (crisisActs.length === 0 && plan.route !== "crisis") return null;
	return (
		<Stack gap="xs">
			<h3 className="step-text-name">{say("clarify.acts")}</h3>
			{crisisActs.length === 0 ? (
				<Notice kind="warning">
					<p>{say("clarify.work.acts-none")}</p>
				</Notice>
			) : (
				<ol className="step-acts">
					{crisisActs.map((act) => (
						<li key={act.id}>
							<p className="sp-words" lang={act.language}>
								{act.what}{" "}
								{steers ? (
									<IconButton
										className="step-pencil"
										label={say("steps.change-these", { words: act.what.slice(0, 60) })}
										onClick={() => setOpen(act)}
									>
										<Pencil size="1em" aria-hidden="true" />
									</IconButton>
								) : null}
							</p>
							<p className="sp-hint">
								{say("clarify.acts.by", {
									name: act.doneBy ? nameOf(act.doneBy) : act.doneByWho,
									day: dayInWords(act.doneOn, locale),
								})}
							</p>
						</li>
					))}
				</ol>
			)}
			{steers ? (
				<span className="step-change">
					<Button look="quiet" size="small" icon={<Plus aria-hidden="true" />} onClick={() => setOpen("new")}>
						{say("clarify.work.act-add")}
					</Button>
				</span>
			) : null}
			{open ? <ActDialog act={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} /> : null}
		</Stack>
	);
}

function ActDialog({ act, onClose }: { act: CrisisAct | undefined; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { plan, crisisActs } = usePlan();
	const remove = useFamilyWrite(removeCrisisAct);
	const [from, setFrom] = useState(act);
	const [other, setOther] = useState<CrisisAct>();
	const form = useSavingForm<ActValues>({
		defaultValues: act ? { what: act.what, doneBy: act.doneBy ?? "", doneByWho: act.doneByWho, doneOn: act.doneOn } : newAct(),
		draft: { familyId, field: `crisis-act.${act?.id ?? "new"}` },
		save: (values) =>
			from
				? call(changeCrisisAct, { params: { familyId, crisisActId: from.id }, body: { ...sentAct(values), version: from.version } })
				: call(recordCrisisAct, { params: { familyId }, body: sentAct(values) }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("ui.saved") });
			onClose();
		},
		onConflict: (current) => {
			setFrom(current as CrisisAct);
			setOther(current as CrisisAct);
		},
	});
	// The last act of a crisis stays: then there is something to mend, and nothing to take out.
	const removable = act !== undefined && (plan.route !== "crisis" || crisisActs.length > 1);
	return (
		<Dialog open onClose={onClose} title={say(act ? "clarify.work.act-change" : "clarify.work.act-new")}>
			<Form
				form={form}
				submit={say("ui.save")}
				actions={
					removable ? (
						<Button
							look="quiet"
							pending={remove.isPending}
							onClick={() =>
								void remove.mutateAsync({ params: { familyId, crisisActId: act.id } }).then(
									() => {
										const again = { what: act.what, doneBy: act.doneBy, doneByWho: act.doneByWho, doneOn: act.doneOn };
										toast({
											words: say("clarify.work.act-removed"),
											undo: () =>
												void call(recordCrisisAct, { params: { familyId }, body: again }).finally(() =>
													queries.invalidateQueries({ queryKey: ["families", familyId] }),
												),
										});
										onClose();
									},
									() => undefined,
								)
							}
						>
							{say("clarify.work.act-remove")}
						</Button>
					) : undefined
				}
			>
				<WrittenMeanwhile theirs={other && [{ label: say("clarify.work.act-new"), words: other.what }]} />
				<ActFields who={form.hook.watch("doneBy")} field={(name) => form.field(name)} />
				{remove.error ? <ProblemNotice error={remove.error} /> : null}
			</Form>
		</Dialog>
	);
}

type ActFieldsProps = {
	/** Who did it now; empty for somebody else. */
	who: string;
	field: (name: keyof ActValues) => Pick<ComponentProps<typeof TextField>, "name" | "ref" | "error" | "onBlur"> & {
		onChange: (event: { target: unknown }) => unknown;
	};
	optional?: boolean;
};

/** What was done, by whom and when. */
export function ActFields({ who, field, optional = false }: ActFieldsProps) {
	const say = useText();
	const { family } = usePlan();
	const props = (name: keyof ActValues) => field(name) as object;
	return (
		<>
			<TextArea label={say("clarify.work.act-new")} rows={2} optional={optional} {...props("what")} />
			<Select
				label={say("clarify.work.act-who")}
				emptyLabel={say("clarify.work.act-other")}
				options={family.persons.map(({ id, givenName }) => ({ value: id, label: givenName }))}
				{...props("doneBy")}
			/>
			{who === "" ? (
				<TextField
					label={say("clarify.work.act-other-who")}
					hint={say("clarify.work.act-other-hint")}
					autoComplete="off"
					optional={optional}
					{...props("doneByWho")}
				/>
			) : null}
			<DateField label={say("clarify.work.act-when")} max={today()} {...props("doneOn")} />
		</>
	);
}
