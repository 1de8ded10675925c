import { useText } from "../../lib/text.tsx";
import { usePlan } from "../../plans/queries.ts";
import { Notice } from "../../ui/notice.tsx";

/** What this step leaves out on a light route or in a crisis, and why it may. Says nothing on the other routes. */
export function ShortRoute() {
	const say = useText();
	const { plan } = usePlan();
	if (plan.route === "crisis")
		return (
			<Notice title={say("help.crisis")}>
				<p>{say("help.crisis-why")}</p>
			</Notice>
		);
	if (plan.route !== "light") return null;
	return (
		<Notice title={say("help.light")}>
			<p>{say("help.light-why")}</p>
			<ul className="short-route">
				<li>{say("help.light-compare")}</li>
				<li>{say("help.light-arrange")}</li>
			</ul>
			<p>{say("help.light-keeps")}</p>
		</Notice>
	);
}
