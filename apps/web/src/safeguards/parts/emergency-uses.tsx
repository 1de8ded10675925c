import type { EmergencyOfFamily } from "@samenplan/contract/emergencies";
import { dateInWords, dayOf, daysBetween, momentInWords } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId } from "../../plans/queries.ts";
import { Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Avatar } from "../../ui/person.tsx";
import { familyEmergenciesQuery } from "../queries.ts";
import "./safeguards.css";

const DelayEmergency = lazy(() => import("./delay-emergency.tsx"));

/** Above "who looked": who read along in an emergency, why, and whether that was right. Nothing when nobody did. */
export function EmergencyUses() {
	const say = useText();
	const can = useCan();
	const { data } = useQuery(familyEmergenciesQuery(useFamilyId()));
	if (!data || data.emergencies.length === 0) return null;
	return (
		<Section title={say("safeguards.uses.title")} intro={say("safeguards.uses.intro")} id="emergencies">
			<ul className="sp-uses">
				{data.emergencies.map((use) => (
					<OneUse key={use.id} use={use}>
						{can("emergency.delay") ? (
							<Suspense fallback={null}>
								<DelayEmergency use={use} now={data.now} />
							</Suspense>
						) : null}
					</OneUse>
				))}
			</ul>
		</Section>
	);
}

function OneUse({ use, children }: { use: EmergencyOfFamily; children: React.ReactNode }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<li className="sp-look">
			<Avatar personId={use.personName} name={use.personName} size="2.75rem" />
			<div>
				<h3>{say("safeguards.uses.read", { name: use.personName, moment: momentInWords(use.createdAt, locale) })}</h3>
				<p>{say("safeguards.uses.because", { reason: say(term("emergencyReasons", use.reason)) })}</p>
				<p className="sp-uses-words">{use.words}</p>
				<p className="sp-look-why">{say(`safeguards.uses.${use.verdict ?? "waiting"}`)}</p>
				{children}
			</div>
		</li>
	);
}

/** This long it stands on the family's home; after that it stays with "who looked". */
const daysOnHome = 30;

/** On the family's home: somebody read along in an emergency. */
export function EmergencyOnHome() {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const can = useCan();
	const { data } = useQuery({ ...familyEmergenciesQuery(familyId), enabled: can("who_looked.read") });
	const use = data?.emergencies.find(({ createdAt }) => daysBetween(dayOf(createdAt), dayOf(data.now)) <= daysOnHome);
	if (!use) return null;
	return (
		<Notice title={say("safeguards.uses.home")}>
			<p>
				{say("safeguards.uses.home-words", { name: use.personName, day: dateInWords(dayOf(use.createdAt), locale) })}{" "}
				{say("safeguards.uses.because", { reason: say(term("emergencyReasons", use.reason)) })}
			</p>
			<p>
				<Link className="sp-link" to={`/families/${familyId}/who-looked`}>
					{say("safeguards.uses.home-more")}
				</Link>
			</p>
		</Notice>
	);
}
