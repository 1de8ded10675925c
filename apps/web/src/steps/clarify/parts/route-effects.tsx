import type { routes } from "@samenplan/contract/plans";
import { dateInWords } from "@samenplan/language/dates";
import { lookBackBy, routeEffects } from "@samenplan/plan-rules/route-effects";
import { useIntl } from "react-intl";
import { useDays } from "../../../lib/me.ts";
import { useText } from "../../../lib/text.tsx";
import { today } from "../../../plans/facts.ts";
import { usePlan } from "../../../plans/queries.ts";

type Props = { route: (typeof routes)[number]; level?: 3 | 4 };

/** What a route changes in the rest of the plan, in plain words: to know before one chooses. */
export function RouteEffects({ route, level = 3 }: Props) {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = usePlan();
	const Heading = level === 3 ? "h3" : "h4";
	const day = dateInWords(lookBackBy(route, plan.placement, today(), useDays()), locale);
	return (
		<div className="step-effects">
			<Heading className="step-text-name">{say("clarify.effects")}</Heading>
			<ul>
				{routeEffects(route).map((effect) => (
					<li key={effect}>{say(`clarify.effect.${effect}`)}</li>
				))}
				<li>{say("clarify.effect.look_back", { day })}</li>
			</ul>
		</div>
	);
}
