import { markComplex } from "@samenplan/contract/plans";
import { askReview } from "@samenplan/contract/reviews";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQueryClient } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../../lib/api.ts";
import { useText } from "../../../lib/text.tsx";
import { today, usePlanFacts } from "../../../plans/facts.ts";
import { Reasons } from "../../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, usePlan } from "../../../plans/queries.ts";
import { usePlanSaving } from "../../../plans/use-plan-saving.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Row, Section, Stack } from "../../../ui/layout.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { TextArea } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.tsx";

/**
 * Several or complex problems, in this order: tell the family, ask the scientist, hear the ideas, bring them back to the family.
 * After that the route is chosen together.
 */
export function ComplexCase() {
	const say = useText();
	const can = useCan();
	const facts = usePlanFacts();
	const { plan } = usePlan();
	const [begun, setBegun] = useState(false);
	if (!can("plan.steer") || plan.state !== "open") return null;
	const asked = facts.routeConsult !== "none";
	const quiet = !plan.complex && !begun && !asked;
	if (quiet && facts.steps.clarify.state === "concluded") return null;
	// The route was chosen before it turned out complex: then the scientist looks at the shared picture, and nothing waits here.
	if (plan.complex && plan.route !== null && !asked && !begun)
		return (
			<Section title={say("clarify.work.complex")} id="consult">
				<Stack gap="xs">
					<Told />
					<NotComplex />
				</Stack>
			</Section>
		);
	return (
		<Section title={say("clarify.work.complex")} intro={say("clarify.work.complex-intro")} id="consult">
			{quiet ? (
				<span className="step-change">
					<Button look="quiet" size="small" onClick={() => setBegun(true)}>
						{say("clarify.work.consult-begin")}
					</Button>
				</span>
			) : (
				<InOrder onStop={() => setBegun(false)} />
			)}
		</Section>
	);
}

function InOrder({ onStop }: { onStop: () => void }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const facts = usePlanFacts();
	const { plan, reviews } = usePlan();
	const consult = reviews.filter(({ kind, state }) => kind === "route" && state !== "withdrawn").at(-1);
	const told = plan.toldFamilyOn ?? consult?.toldFamilyOn;
	const back = consult?.state === "answered";
	const day = (moment: string) => dayInWords(dayOf(moment), locale);
	const here = !told || !plan.complex ? 1 : !consult ? 2 : !consult.advisedAt ? 3 : !back ? 4 : 5;
	return (
		<Stack gap="md">
			<ol className="step-order">
				<Part
					number={1}
					here={here}
					title={say("clarify.work.consult.tell")}
					done={told ? say("clarify.work.consult.told", { day: dayInWords(told, locale) }) : ""}
				>
					<Tell onStop={onStop} />
				</Part>
				<Part
					number={2}
					here={here}
					title={say("clarify.work.consult.ask")}
					done={consult ? say("clarify.work.consult.asked", { day: day(consult.askedAt) }) : ""}
				>
					<Ask told={told ?? today()} waiting={facts.review === "waiting"} />
				</Part>
				<Part
					number={3}
					here={here}
					title={say("clarify.work.consult.ideas")}
					done={consult?.advisedAt ? say("clarify.work.consult.ideas-on", { day: day(consult.advisedAt) }) : ""}
				>
					<p className="sp-hint">{say("clarify.work.consult.ideas-wait")}</p>
				</Part>
				<Part
					number={4}
					here={here}
					title={say("clarify.work.consult.back")}
					done={consult?.heardFamilyOn ? say("clarify.work.consult.back-on", { day: dayInWords(consult.heardFamilyOn, locale) }) : ""}
				>
					<p className="sp-words">“{consult?.advice}”</p>
					<p className="sp-hint">{say("clarify.work.consult.back-words")}</p>
					<div>
						<ButtonLink look="soft" size="small" to={`/families/${familyId}/reviews`}>
							{say("clarify.work.consult.back-do")}
						</ButtonLink>
					</div>
				</Part>
			</ol>
			{back && plan.route === null ? <p>{say("clarify.work.consult.then")}</p> : null}
			{plan.complex && here < 5 ? <NotComplex /> : null}
		</Stack>
	);
}

type PartProps = { number: number; here: number; title: string; done: string; children: ReactNode };

/** One of the parts in their order: done with its day, the one to do now opened, the others in sight. */
function Part({ number, here, title, done, children }: PartProps) {
	const say = useText();
	const state = number < here ? "done" : number === here ? "now" : "later";
	return (
		<li data-state={state} aria-current={state === "now" ? "step" : undefined}>
			<span className="step-order-mark" aria-hidden="true">
				{state === "done" ? <Check size="1.1em" /> : number}
			</span>
			<div className="sp-stack" data-gap="sm">
				<h3 className="step-order-title">
					{state === "done" && done ? done : title}
					{state === "done" ? <span className="sp-hidden"> ({say("clarify.work.consult.done")})</span> : null}
				</h3>
				{state === "now" ? children : null}
			</div>
		</li>
	);
}

function Tell({ onStop }: { onStop: () => void }) {
	const say = useText();
	const { plan } = usePlan();
	const saving = usePlanSaving(["complex", "toldFamilyOn"], () => undefined);
	const form = useSavingForm({
		defaultValues: { toldFamilyOn: plan.toldFamilyOn ?? today() },
		save: ({ toldFamilyOn }) =>
			saving.send((version) =>
				call(markComplex, { params: saving.params, body: { complex: true, toldFamilyOn: toldFamilyOn || null, version } }),
			),
		...saving.after,
	});
	return (
		<Form
			form={form}
			submit={say("clarify.work.consult.tell-do")}
			actions={
				<Button look="quiet" onClick={onStop}>
					{say("ui.cancel")}
				</Button>
			}
		>
			<DateField label={say("clarify.work.told-when")} hint={say("clarify.work.told-hint")} max={today()} {...form.field("toldFamilyOn")} />
		</Form>
	);
}

function Ask({ told, waiting }: { told: string; waiting: boolean }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { question: "" },
		draft: { familyId, field: "review.ask.route" },
		save: ({ question }) => call(askReview, { params: { familyId }, body: { kind: "route", question, urgent: false, toldFamilyOn: told } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("ui.saved") });
		},
	});
	if (waiting) return <Reasons codes={["review-waiting"]} />;
	return (
		<Form form={form} submit={say("clarify.work.consult.ask-do")}>
			<TextArea
				label={say("clarify.work.consult.ask-question")}
				hint={say("clarify.work.consult.ask-hint")}
				rows={3}
				{...form.field("question")}
			/>
		</Form>
	);
}

function Told() {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = usePlan();
	return (
		<Row gap="sm">
			<StateBadge tone="warning">{say("plans.overview.complex")}</StateBadge>
			{plan.toldFamilyOn ? <span>{say("clarify.work.consult.told", { day: dayInWords(plan.toldFamilyOn, locale) })}</span> : null}
		</Row>
	);
}

/** It turned out simpler: the family stays told, and the route is chosen without waiting. */
function NotComplex() {
	const say = useText();
	const { plan } = usePlan();
	const saving = usePlanSaving(["complex"], () => undefined);
	return (
		<span className="step-change">
			<Button
				look="quiet"
				size="small"
				onClick={() =>
					void saving
						.send((version) =>
							call(markComplex, { params: saving.params, body: { complex: false, toldFamilyOn: plan.toldFamilyOn, version } }),
						)
						.then(saving.after.onSaved, () => undefined)
				}
			>
				{say("clarify.work.not-complex")}
			</Button>
		</span>
	);
}
