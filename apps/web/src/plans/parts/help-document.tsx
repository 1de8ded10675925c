import type { PlanContent } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { weighedTexts } from "../../help/weighed.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Beside, Conclusion, type DocumentProps, Part, Said } from "./document-parts.tsx";

/** Who is around the family, what was asked, and who does it. */
export function NetworkDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	const { networkTies, asks, plan } = content;
	const step = content.steps.find(({ kind }) => kind === "network");
	return (
		<Part
			title={say("versions.doc.network")}
			show={[step?.conclusion, step?.professionalConclusion, plan.networkSkippedBecause, ...networkTies, ...asks]}
		>
			<Conclusion content={content} nameOf={nameOf} kind="network" />
			<Said name={say("versions.doc.why")} text={plan.networkSkippedBecause} />
			{networkTies.length > 0 ? (
				<ul className="plan-doc-list">
					{networkTies.map((tie) => (
						<li key={tie.id}>
							<b>{tie.name}</b>: {[say(term("tieKinds", tie.kind)), tie.text].filter(Boolean).join(" · ")}
						</li>
					))}
				</ul>
			) : null}
			{asks.length > 0 ? (
				<ul className="plan-doc-list">
					{asks.map((ask) => (
						<li key={ask.id}>
							<span lang={ask.language}>{[ask.text, ask.whenText].filter(Boolean).join(" · ")}</span>
							{ask.offers.map((offer) => (
								<span key={offer.id}>
									{" "}
									· <b>{offerer(offer, content, nameOf)}</b>
									{offer.text ? `: ${offer.text}` : null}
								</span>
							))}
						</li>
					))}
				</ul>
			) : null}
		</Part>
	);
}

/** Which help there is: what was decided and why, what weighed, who does what, and what was compared. */
export function HelpDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	const step = content.steps.find(({ kind }) => kind === "help");
	return (
		<Part
			title={say("versions.doc.help")}
			show={[step?.conclusion, step?.professionalConclusion, ...content.decisions, ...content.helpOptions]}
		>
			<Conclusion content={content} nameOf={nameOf} kind="help" />
			{content.decisions.map((decision) => (
				<section key={decision.id} className="plan-doc-goal">
					<h3 lang={decision.language}>{decision.what}</h3>
					<Said name={say("versions.doc.why")} text={decision.why} language={decision.language} />
					<Facts
						facts={weighedTexts.map((field) => [say(`versions.field.${field}`), decision[field]] as const)}
						language={decision.language}
					/>
					<Beside content={content} nameOf={nameOf} object="decision" objectId={decision.id} />
					{content.help
						.filter(({ decisionId }) => decisionId === decision.id)
						.map((help) => (
							<OneHelp key={help.id} help={help} decided={decision.what} content={content} nameOf={nameOf} />
						))}
				</section>
			))}
			<Compared options={content.helpOptions} />
		</Part>
	);
}

type OneHelpProps = DocumentProps & { help: PlanContent["help"][number]; decided: string };

function OneHelp({ help, decided, content, nameOf }: OneHelpProps) {
	const say = useText();
	const { locale } = useIntl();
	const period = say("versions.doc.period", {
		from: dayInWords(help.startsOn, locale),
		until: dayInWords(help.endsOn, locale),
		provider: help.provider,
	});
	return (
		<div className="plan-doc-help">
			<p>{[help.what !== decided && help.what, period, say(term("helpStates", help.state))].filter(Boolean).join(" · ")}</p>
			<Facts
				facts={[
					[say("versions.field.whoDoesWhat"), help.whoDoesWhat],
					[say("versions.field.stoppedBecause"), help.stoppedBecause],
					[say("versions.field.aftercare"), help.aftercare],
				]}
			/>
			<Beside content={content} nameOf={nameOf} object="help" objectId={help.id} />
		</div>
	);
}

/** The alternatives that lay side by side, as the family and as the professional see them. */
function Compared({ options }: { options: PlanContent["helpOptions"] }) {
	const say = useText();
	if (options.length === 0) return null;
	const sides = ["preference", "ownOffer", "familyFor", "familyAgainst", "professionalFor", "professionalAgainst"] as const;
	return (
		<section className="plan-doc-goal">
			<h3>{say("versions.doc.compared")}</h3>
			{options.map((option) => (
				<div key={option.id} className="plan-doc-help">
					<p>
						<b>{option.name}</b> {option.what}
					</p>
					{[option.knownToWork, option.waiting, option.distance, option.cost].some(Boolean) ? (
						<p className="sp-hint">{[option.knownToWork, option.waiting, option.distance, option.cost].filter(Boolean).join(" · ")}</p>
					) : null}
					<Facts facts={sides.map((side) => [say(`versions.field.${side}`), option[side]] as const)} />
				</div>
			))}
		</section>
	);
}

type FactsProps = { facts: readonly (readonly [name: string, text: string | undefined])[]; language?: string };

/** Texts with their names, one under the other; what has no text is left out. */
function Facts({ facts, language }: FactsProps) {
	const told = facts.filter(([, text]) => text);
	if (told.length === 0) return null;
	return (
		<dl className="plan-doc-facts">
			{told.map(([name, text]) => (
				<div key={name}>
					<dt>{name}</dt>
					<dd className="sp-words" lang={language}>
						{text}
					</dd>
				</div>
			))}
		</dl>
	);
}

function offerer(offer: PlanContent["asks"][number]["offers"][number], content: PlanContent, nameOf: (id: string) => string): string {
	if (offer.personId) return nameOf(offer.personId);
	return content.networkTies.find(({ id }) => id === offer.tieId)?.name ?? "";
}
