import { markComplex } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../../lib/api.ts";
import { useText } from "../../../lib/text.tsx";
import { today } from "../../../plans/facts.ts";
import { useCan, useFamilyId, usePlan } from "../../../plans/queries.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Row, Section, Stack } from "../../../ui/layout.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { toast } from "../../../ui/toast.tsx";

/** Several or complex problems: tell the family first, then a behavioural scientist thinks along. */
export function ComplexCase() {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { plan } = usePlan();
	const can = useCan();
	const [asking, setAsking] = useState(false);
	const form = useSavingForm({
		defaultValues: { toldFamilyOn: plan.toldFamilyOn ?? today() },
		save: ({ toldFamilyOn }) =>
			call(markComplex, { params: { familyId }, body: { complex: true, toldFamilyOn: toldFamilyOn || null, version: plan.version } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("ui.saved") });
			setAsking(false);
		},
	});
	if (!can("plan.steer") || plan.state !== "open") return null;
	return (
		<Section title={say("clarify.work.complex")} intro={say("clarify.work.complex-intro")}>
			{plan.complex ? (
				<Stack gap="sm">
					<Row gap="sm">
						<StateBadge tone="warning">{say("plans.overview.complex")}</StateBadge>
						{plan.toldFamilyOn ? <span>{say("clarify.work.told-on", { day: dayInWords(plan.toldFamilyOn, locale) })}</span> : null}
					</Row>
					<Row gap="sm">
						<ButtonLink look="soft" size="small" to={`/families/${familyId}/reviews`}>
							{say("clarify.work.ask-review")}
						</ButtonLink>
						<Button
							look="quiet"
							size="small"
							onClick={() =>
								void call(markComplex, {
									params: { familyId },
									body: { complex: false, toldFamilyOn: plan.toldFamilyOn, version: plan.version },
								}).finally(() => queries.invalidateQueries({ queryKey: ["families", familyId] }))
							}
						>
							{say("clarify.work.not-complex")}
						</Button>
					</Row>
				</Stack>
			) : asking ? (
				<Form
					form={form}
					submit={say("clarify.work.mark-complex")}
					actions={
						<Button look="quiet" onClick={() => setAsking(false)}>
							{say("ui.cancel")}
						</Button>
					}
				>
					<DateField
						label={say("clarify.work.told-when")}
						hint={say("clarify.work.told-hint")}
						max={today()}
						{...form.field("toldFamilyOn")}
					/>
				</Form>
			) : (
				<div>
					<Button look="quiet" size="small" onClick={() => setAsking(true)}>
						{say("clarify.work.mark-complex")}
					</Button>
				</div>
			)}
		</Section>
	);
}
