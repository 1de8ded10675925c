import { nameList } from "@samenplan/language/names";
import { Eye } from "lucide-react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { readersOf } from "../../plans/people.ts";
import { usePlan } from "../../plans/queries.ts";

/** Who will be able to read this, by name, before it is kept. */
export function WhoReads({ audience }: { audience: "family" | "core" }) {
	const say = useText();
	const { locale } = useIntl();
	const names = nameList(readersOf(usePlan(), audience), locale);
	return (
		<p className="step-who-reads">
			<Eye aria-hidden="true" />
			<span>{say("steps.who-reads", { names })}</span>
		</p>
	);
}
