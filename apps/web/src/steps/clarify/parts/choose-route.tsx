import { chooseRoute } from "@samenplan/contract/plans";
import { whyNot } from "@samenplan/plan-rules/moves";
import { Footprints, Leaf, Search, Siren } from "lucide-react";
import { useState } from "react";
import { call } from "../../../lib/api.ts";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { today, usePlanFacts } from "../../../plans/facts.ts";
import { Reasons } from "../../../plans/parts/reasons.tsx";
import { useCan, usePlan } from "../../../plans/queries.ts";
import { usePlanSaving } from "../../../plans/use-plan-saving.ts";
import { Button } from "../../../ui/button.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Section, Stack } from "../../../ui/layout.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { TextArea } from "../../../ui/text-field.tsx";
import { ActFields, type ActValues, CrisisActs, newAct, sentAct } from "./crisis-acts.tsx";
import { RouteEffects } from "./route-effects.tsx";
import { TalkMoved } from "./talk-moved.tsx";

const routes = ["light", "full", "explore", "crisis"] as const;
type Route = (typeof routes)[number];
const pictures = { light: <Leaf />, full: <Footprints />, explore: <Search />, crisis: <Siren /> };

/** How we go on: each route with what it means for the rest of the plan, and why this one was chosen together. */
export function ChooseRoute() {
	const say = useText();
	const facts = usePlanFacts();
	const { plan } = usePlan();
	const can = useCan();
	const [choosing, setChoosing] = useState<"route" | "crisis">();
	const [movedTo, setMovedTo] = useState<string | null>(null);
	const mayChoose = can("plan.steer") && facts.open;
	const inTheWay = whyNot(facts, "choose_route");
	const first = plan.route === null && mayChoose && inTheWay.length === 0;
	const lacks = inTheWay.filter((code) => code !== "step-concluded");
	return (
		<Section title={say("clarify.route")} intro={say("clarify.route-intro")} id="route">
			{choosing || first ? (
				<RouteForm
					onlyCrisis={choosing === "crisis"}
					onDone={() => setChoosing(undefined)}
					onTalkMoved={setMovedTo}
					mayCancel={choosing !== undefined}
				/>
			) : (
				<Stack gap="md">
					<ChosenRoute />
					<TalkMoved to={movedTo} />
					<CrisisActs />
					{mayChoose ? (
						<Stack gap="xs">
							{plan.route === null ? <Reasons codes={lacks} /> : null}
							<span className="step-change">
								{inTheWay.length === 0 ? (
									<Button look="quiet" size="small" onClick={() => setChoosing("route")}>
										{say("clarify.work.route-change")}
									</Button>
								) : plan.route === "crisis" ? null : (
									<Button look="quiet" size="small" icon={<Siren aria-hidden="true" />} onClick={() => setChoosing("crisis")}>
										{say("clarify.work.route-crisis")}
									</Button>
								)}
							</span>
						</Stack>
					) : null}
				</Stack>
			)}
		</Section>
	);
}

/** The route that was chosen, why, and what it means for the plan. */
export function ChosenRoute() {
	const say = useText();
	const { plan } = usePlan();
	if (!plan.route) return <p className="sp-hint">{say("clarify.route-none")}</p>;
	return (
		<div className="step-route">
			<span className="step-route-picture" aria-hidden="true">
				{pictures[plan.route]}
			</span>
			<Stack gap="sm">
				<div>
					<b>{say(term("routes", plan.route))}</b>
					<p>{say(`clarify.route.${plan.route}`)}</p>
					{plan.routeReason ? <p className="sp-words">“{plan.routeReason}”</p> : null}
				</div>
				<RouteEffects route={plan.route} />
			</Stack>
		</div>
	);
}

type Values = { route: Route | ""; reason: string; crisis: { act: ActValues; toldFamilyOn: string } };

/** What a crisis says before it goes out: what is going on, what was done, and by whom, unless that was written down before. */
function checked({ route, reason, crisis: { act } }: Values, acted: boolean) {
	const empty = (text: string) => text.trim() === "";
	const missing: string[][] = [];
	if (route === "") missing.push(["route"]);
	if (route === "crisis") {
		if (empty(reason)) missing.push(["reason"]);
		if (empty(act.what) && !acted) missing.push(["crisis", "act", "what"]);
		if (act.doneBy === "" && empty(act.doneByWho) && !(acted && empty(act.what))) missing.push(["crisis", "act", "doneByWho"]);
	}
	return missing.length === 0 ? { success: true } : { success: false, error: { issues: missing.map((path) => ({ path, input: "" })) } };
}

type RouteFormProps = { onlyCrisis: boolean; onDone: () => void; onTalkMoved: (to: string | null) => void; mayCancel: boolean };

function RouteForm({ onlyCrisis, onDone, onTalkMoved, mayCancel }: RouteFormProps) {
	const say = useText();
	const { plan, crisisActs } = usePlan();
	const saving = usePlanSaving(["route", "routeReason"], onDone);
	const form = useSavingForm<Values>({
		defaultValues: {
			route: onlyCrisis ? "crisis" : (plan.route ?? ""),
			reason: onlyCrisis ? "" : plan.routeReason,
			crisis: { act: newAct(), toldFamilyOn: plan.toldFamilyOn ?? today() },
		},
		draft: { familyId: saving.familyId, field: "plan.route" },
		schema: { safeParse: (values) => checked(values as Values, crisisActs.length > 0) },
		save: ({ route, reason, crisis }) =>
			saving.send((version) => {
				const body = { route: route as Route, reason, version };
				// What was written down before need not be said again.
				const act = crisisActs.length > 0 && crisis.act.what.trim() === "" ? null : sentAct(crisis.act);
				return call(chooseRoute, {
					params: saving.params,
					body: route === "crisis" ? { ...body, crisis: { act, toldFamilyOn: crisis.toldFamilyOn } } : body,
				}).then(({ talkMovedTo }) => onTalkMoved(talkMovedTo));
			}),
		...saving.after,
	});
	const route = form.hook.watch("route");
	const crisis = route === "crisis";
	return (
		<Form
			form={form}
			submit={say("clarify.work.route-choose")}
			actions={
				mayCancel ? (
					<Button look="quiet" onClick={onDone}>
						{say("ui.cancel")}
					</Button>
				) : undefined
			}
		>
			{saving.other?.route ? (
				<Notice kind="warning" live title={say("ui.conflict.title")}>
					<p>{say(term("routes", saving.other.route))}</p>
					{saving.other.routeReason ? <p>{saving.other.routeReason}</p> : null}
				</Notice>
			) : null}
			<RadioCards
				label={say("clarify.work.route-question")}
				column="19rem"
				cards={(onlyCrisis ? (["crisis"] as const) : routes).map((each) => ({
					value: each,
					label: say(term("routes", each)),
					hint: say(`clarify.route.${each}`),
					picture: pictures[each],
				}))}
				{...form.choice("route")}
				value={route || null}
			/>
			<div aria-live="polite">
				{route ? <RouteEffects route={route} /> : <p className="sp-hint">{say("clarify.work.effects-first")}</p>}
			</div>
			<TextArea
				label={say(crisis ? "clarify.work.crisis-why" : "clarify.work.route-why")}
				hint={crisis ? say("clarify.work.crisis-why-hint") : undefined}
				optional={!crisis}
				rows={2}
				{...form.field("reason")}
			/>
			{crisis ? (
				<>
					{crisisActs.length > 0 ? <CrisisActs /> : null}
					<ActFields
						optional={crisisActs.length > 0}
						who={form.hook.watch("crisis.act.doneBy")}
						field={(name) => form.field(`crisis.act.${name}`)}
					/>
					<DateField
						label={say("clarify.work.crisis-told")}
						hint={say("clarify.work.crisis-tells")}
						max={today()}
						{...form.field("crisis.toldFamilyOn")}
					/>
				</>
			) : null}
		</Form>
	);
}
