import type { PlanContent } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import type { ReactNode } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Beside, Conclusion, type DocumentProps, Named } from "./document-parts.tsx";

/** How it began, as it stood in a version: who sent the family, what a judge decided, and what was done at once. */
export function BeganDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = content;
	const acts = content.crisisActs ?? [];
	const away = plan.placement !== undefined && plan.placement !== "home";
	if (![plan.referrer, plan.courtOrderOn, plan.courtOrder, plan.ownChoices, away, ...acts].some(Boolean)) return null;
	return (
		<section className="plan-doc-part">
			<h2>{say("clarify.start")}</h2>
			<Named name={say("clarify.start.referrer")} text={plan.referrer} />
			<Named name={say("clarify.start.why")} text={plan.referralReason} />
			{plan.courtOrderOn ? <p>{say("clarify.frame.on", { day: dayInWords(plan.courtOrderOn, locale) })}</p> : null}
			<Named name={say("clarify.frame.stands")} text={plan.courtOrder} />
			<Named name={say("clarify.frame.choose")} text={plan.ownChoices} />
			{away && plan.placement ? (
				<Named
					name={say("clarify.frame.placement", { count: content.family.persons.filter(({ relation }) => relation === "child").length })}
					text={say(term("placements", plan.placement))}
				/>
			) : null}
			{acts.length > 0 ? (
				<div>
					<h3>{say("clarify.acts")}</h3>
					<ul className="plan-doc-list">
						{acts.map((act) => (
							<li key={act.id} lang={act.language}>
								{act.what}{" "}
								<span className="sp-hint">
									{say("clarify.acts.by", { name: act.doneBy ? nameOf(act.doneBy) : act.doneByWho, day: dayInWords(act.doneOn, locale) })}
								</span>
							</li>
						))}
					</ul>
				</div>
			) : null}
		</section>
	);
}

type WishesProps = { content: PlanContent; show: (views: PlanContent["views"]) => ReactNode };

/** What people wish and worry about, and which help they knew; `show` is how the document shows what somebody said. */
export function WishesDocument({ content, show }: WishesProps) {
	const say = useText();
	return (["wish", "worry", "earlier_help"] as const).map((subject) => {
		const views = content.views.filter((view) => view.subject === subject);
		if (views.length === 0) return null;
		return (
			<section key={subject} className="plan-doc-part">
				<h2>{say(`clarify.doc.${subject}`)}</h2>
				{show(views)}
			</section>
		);
	});
}

/** What was agreed with each other: contact, what if it does not work, what is written down, and what is shared. */
export function AgreedDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	const { plan, steps } = content;
	const contact = steps.find(({ kind }) => kind === "clarify")?.agreements;
	const others = steps.filter(({ kind, agreements }) => kind !== "clarify" && agreements);
	const rest = steps.filter(
		({ kind, conclusion, professionalConclusion }) => (kind === "goals" || kind === "evaluate") && (conclusion || professionalConclusion),
	);
	const agreed = [contact, plan.whenItFails, plan.writtenDown, plan.sharingAgreements, plan.referrerHears, plan.aftercare, plan.turnTo];
	if (![...agreed, ...others, ...rest].some(Boolean)) return null;
	return (
		<section className="plan-doc-part">
			<h2>{say("versions.doc.agreements")}</h2>
			{rest.map(({ id, kind }) => (
				<Conclusion key={id} content={content} nameOf={nameOf} kind={kind} />
			))}
			<Named name={say("clarify.contact")} text={contact} />
			<Named name={say("clarify.fails")} text={plan.whenItFails} />
			<Named name={say("clarify.written")} text={plan.writtenDown} />
			<Named name={say("clarify.sharing")} text={plan.sharingAgreements} />
			<Named name={say("clarify.start.hears", { referrer: plan.referrer ?? "" })} text={plan.referrerHears} />
			{others.map(({ id, agreements }) => (
				<p key={id} className="sp-words">
					{agreements}
				</p>
			))}
			<Named name={say("versions.field.aftercare")} text={plan.aftercare} />
			<Named name={say("versions.field.turnTo")} text={plan.turnTo} />
			<Beside content={content} nameOf={nameOf} object="plan" objectId={plan.id} />
		</section>
	);
}
