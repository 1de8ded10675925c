import { chooseRoute } from "@samenplan/contract/plans";
import { whyNot } from "@samenplan/plan-rules/moves";
import { useQueryClient } from "@tanstack/react-query";
import { Footprints, Leaf, Search, Siren } from "lucide-react";
import { useState } from "react";
import { call } from "../../../lib/api.ts";
import { asProblem } from "../../../lib/problems.ts";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePlanFacts } from "../../../plans/facts.ts";
import { useCan, useFamilyId, usePlan } from "../../../plans/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Section, Stack } from "../../../ui/layout.tsx";
import { RadioCards } from "../../../ui/radio-cards.tsx";
import { TextArea } from "../../../ui/text-field.tsx";
import { toast } from "../../../ui/toast.tsx";

const routes = ["light", "full", "explore", "crisis"] as const;
type Route = (typeof routes)[number];
const pictures = { light: <Leaf />, full: <Footprints />, explore: <Search />, crisis: <Siren /> };

/** How we go on: each route with what it means, and why this one was chosen together. */
export function ChooseRoute() {
	const say = useText();
	const facts = usePlanFacts();
	const { plan } = usePlan();
	const can = useCan();
	const [choosing, setChoosing] = useState(false);
	const mayChoose = can("plan.steer") && facts.open;
	const onlyCrisis = whyNot(facts, "choose_route").length > 0;
	return (
		<Section title={say("clarify.route")} intro={say("clarify.route-intro")} id="route">
			{choosing || (plan.route === null && mayChoose && !onlyCrisis) ? (
				<RouteForm onlyCrisis={onlyCrisis} onDone={() => setChoosing(false)} mayCancel={choosing} />
			) : (
				<Stack gap="xs">
					{plan.route ? (
						<div className="step-route">
							<span className="step-route-picture" aria-hidden="true">
								{pictures[plan.route]}
							</span>
							<div>
								<b>{say(term("routes", plan.route))}</b>
								<p>{say(`clarify.route.${plan.route}`)}</p>
								{plan.routeReason ? <p className="sp-words">“{plan.routeReason}”</p> : null}
							</div>
						</div>
					) : (
						<p className="sp-hint">{say("clarify.route-none")}</p>
					)}
					{mayChoose ? (
						<div>
							<Button look="quiet" size="small" onClick={() => setChoosing(true)}>
								{say(onlyCrisis ? "clarify.work.route-crisis" : "clarify.work.route-change")}
							</Button>
						</div>
					) : null}
				</Stack>
			)}
		</Section>
	);
}

function RouteForm({ onlyCrisis, onDone, mayCancel }: { onlyCrisis: boolean; onDone: () => void; mayCancel: boolean }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { plan } = usePlan();
	const form = useSavingForm<{ route: Route | ""; reason: string }>({
		defaultValues: { route: onlyCrisis ? "crisis" : (plan.route ?? ""), reason: onlyCrisis ? "" : plan.routeReason },
		draft: { familyId, field: "plan.route" },
		schema: {
			safeParse: ({ route }: { route: string } & Record<string, unknown>) =>
				route === "" ? { success: false, error: { issues: [{ path: ["route"], input: "" }] } } : { success: true },
		} as never,
		save: ({ route, reason }) => {
			const choose = (version: number) => call(chooseRoute, { params: { familyId }, body: { route: route as Route, reason, version } });
			return choose(plan.version).catch((error: unknown) => {
				const now = asProblem(error).current as Partial<typeof plan> | undefined;
				// Something else of the plan was saved a moment ago; the route is still the one that was read.
				if (now?.version === undefined || now.route !== plan.route || now.routeReason !== plan.routeReason) throw error;
				return choose(now.version);
			});
		},
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("ui.saved") });
			onDone();
		},
	});
	const crisis = form.hook.watch("route") === "crisis";
	const shown = onlyCrisis ? (["crisis"] as const) : routes;
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
			<RadioCards
				label={say("clarify.work.route-question")}
				column="19rem"
				cards={shown.map((route) => ({
					value: route,
					label: say(term("routes", route)),
					hint: say(`clarify.route.${route}`),
					picture: pictures[route],
				}))}
				{...form.choice("route")}
				value={form.hook.watch("route") || null}
			/>
			<TextArea
				label={say(crisis ? "clarify.work.crisis-done" : "clarify.work.route-why")}
				optional={!crisis}
				rows={2}
				{...form.field("reason")}
			/>
		</Form>
	);
}
