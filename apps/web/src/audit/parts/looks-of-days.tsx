import type { Look } from "@samenplan/contract/audit";
import { dayInWords, timeInWords } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { type Say, useText } from "../../lib/text.tsx";
import { usePlan } from "../../plans/queries.ts";
import { Section } from "../../ui/layout.tsx";
import { Avatar } from "../../ui/person.tsx";

/** What was done, day by day and person by person, the newest first. */
export function LooksOfDays({ looks }: { looks: Look[] }) {
	const { locale } = useIntl();
	const days = Map.groupBy(looks, ({ day }) => day);
	return [...days].map(([day, ofDay]) => (
		<Section key={day} title={<span className="inline-block first-letter:uppercase">{dayInWords(day, locale)}</span>}>
			<ul className="sp-looks">
				{[...Map.groupBy(ofDay, ({ name, relation }) => `${name}/${relation}`)].map(([who, deeds]) => (
					<OnePerson key={who} deeds={deeds} />
				))}
			</ul>
		</Section>
	));
}

/** The name of whoever did it, as the list and the choice of persons say it. */
export function nameOfLook(look: Look, say: Say): string {
	if (look.relation === "system") return "Samenplan";
	return look.mine ? say("audit.you", { name: look.name }) : look.name || say("audit.somebody");
}

function OnePerson({ deeds }: { deeds: Look[] }) {
	const say = useText();
	const { locale } = useIntl();
	const [first] = deeds as [Look];
	const { family, others } = usePlan();
	// The log carries no identifiers; the colour of a face comes from the plan.
	const known = [...family.persons, ...others].find((person) => fullName(person) === first.name);
	return (
		<li className="sp-look">
			<Avatar personId={known?.id ?? (first.name || "samenplan")} name={first.name || "Samenplan"} size="2.75rem" />
			<div>
				<h3>{nameOfLook(first, say)}</h3>
				<p className="sp-look-why">{say(`audit.why.${first.why === "review" ? "scientist" : first.relation}`)}</p>
				<ul>
					{deeds.map((deed) => (
						<li key={`${deed.deed}/${deed.what}/${deed.recipient}`}>
							<span>{lineOf(deed, say)}</span>
							<small>{whenOf(deed, timeInWords(deed.at, locale), say)}</small>
						</li>
					))}
				</ul>
			</div>
		</li>
	);
}

/** How often somebody opened a page says nothing; how often they did something does. */
function whenOf({ deed, times }: Look, time: string, say: Say): string {
	if (times === 1) return say("audit.once", { time });
	return deed === "read" ? say("audit.last", { time }) : say("audit.times", { times, time });
}

/** What left the system is said with who got it; everything else with the deed and the thing. */
function lineOf({ deed, what, recipient, name: reader, mine }: Look, say: Say): string {
	const name = recipient || say("audit.somebody");
	if (what === "letter") return say("audit.letter", { name });
	if (what === "shared" && deed === "read")
		return mine ? say("audit.shared-mine") : say("audit.shared", { name: reader || say("audit.somebody") });
	if (what === "print") return say("audit.print");
	if (what === "export" && recipient) return say("audit.export", { name });
	if (what === "recovery" && deed !== "read") return say(`audit.recovery.${deed}`);
	return say("audit.line", { deed: say(term("lookDeeds", deed)), what: say(term("lookedAt", what)) });
}
