import { dateInWords } from "@samenplan/language/dates";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { ageOf, type Family, isOneOf, type Person } from "../../people/kinship.ts";
import { useCan, usePlan } from "../../plans/queries.ts";
import { Section } from "../../ui/layout.tsx";
import { PersonName } from "../../ui/person.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { AuthorityDialog } from "./authority-dialog.tsx";

type Authority = Family["authorities"][number];
const tones = { yes: "positive", no: "neutral", unknown: "warning" } as const;
const shapes = { yes: "check", no: "cross", unknown: "dashed" } as const;

/** Who has authority over which child, in plain words, with where and when it was seen. Children of 18 have none over them. */
export function AuthorityTable() {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const { family } = usePlan();
	const [asked, setAsked] = useState<{ parent: Person; child: Person }>();
	const parents = family.persons.filter(isOneOf("parent"));
	const children = family.persons.filter(isOneOf("child")).filter((child) => (ageOf(child) ?? 0) < 18);
	const factOf = (parent: Person, child: Person) =>
		family.authorities.find((fact) => fact.parentId === parent.id && fact.childId === child.id);
	const seenIn = family.authorities.find((fact) => fact.source)?.source ?? "";
	const ground = (fact: Authority | undefined) => {
		if (!fact || fact.holds === "unknown") return undefined;
		const day = fact.recordedOn && dateInWords(fact.recordedOn, locale);
		return fact.source && day ? say("families.authority.ground", { source: fact.source, day }) : fact.source || day || undefined;
	};
	return (
		<Section title={say("families.authority.title")} intro={say("families.authority.intro")} id="authority">
			{parents.length === 0 || children.length === 0 ? (
				<p className="text-muted">{say("families.authority.none")}</p>
			) : (
				// biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard.
				<section className="sp-authority" aria-label={say("families.authority.title")} tabIndex={0}>
					<table>
						<thead>
							<tr>
								<th scope="col">{say("families.authority.child")}</th>
								{parents.map((parent) => (
									<th key={parent.id} scope="col">
										<PersonName personId={parent.id} name={parent.givenName} size="2rem" />
									</th>
								))}
							</tr>
						</thead>
						<tbody>
							{children.map((child) => (
								<tr key={child.id}>
									<th scope="row">
										<PersonName personId={child.id} name={child.givenName} size="2rem" />
									</th>
									{parents.map((parent) => {
										const fact = factOf(parent, child);
										const holds = fact?.holds ?? "unknown";
										const badge = (
											<StateBadge tone={tones[holds]} shape={shapes[holds]}>
												{say(`families.authority.short.${holds}`)}
											</StateBadge>
										);
										return (
											<td key={parent.id}>
												{can("people.write") ? (
													<button type="button" className="sp-authority-cell" onClick={() => setAsked({ parent, child })}>
														<span className="sp-hidden">
															{say("families.authority.of", { parent: parent.givenName, child: child.givenName })}:{" "}
														</span>
														{badge}
														{ground(fact) ? <small>{ground(fact)}</small> : null}
													</button>
												) : (
													badge
												)}
											</td>
										);
									})}
								</tr>
							))}
						</tbody>
					</table>
				</section>
			)}
			{asked ? (
				<AuthorityDialog {...asked} fact={factOf(asked.parent, asked.child)} seenIn={seenIn} onClose={() => setAsked(undefined)} />
			) : null}
		</Section>
	);
}
