import type { Theme, View } from "@samenplan/contract/steps";
import { practicalThemes, upbringingThemes } from "@samenplan/knowledge/themes";
import { fullName, nameList } from "@samenplan/language/names";
import { HandHelping, MessageCircleWarning, ShieldCheck, Sparkles } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePeople } from "../../../plans/people.ts";
import { Stack } from "../../../ui/layout.tsx";
import { Avatar, usePersonGround } from "../../../ui/person.tsx";
import { StateBadge } from "../../../ui/state-badge.tsx";
import { ThemePicture } from "../../parts/theme-picture.tsx";
import { canTalk } from "../can-talk.ts";
import { seenDifferently } from "../differences.ts";

const pictures = { strength: Sparkles, resource: HandHelping, concern: MessageCircleWarning, safety: ShieldCheck };
type Kind = keyof typeof pictures;

/** Per theme everyone who spoke beside each other: at a glance who says what, who is silent, and where people do not say the same. */
export function SideBySide({ views }: { views: readonly View[] }) {
	const say = useText();
	const themes: Theme[] = [...upbringingThemes, ...practicalThemes.filter((theme) => views.some((view) => view.theme === theme))];
	const differing = themes.filter((theme) => seenDifferently(views.filter((view) => view.theme === theme)));
	return (
		<Stack gap="lg">
			<p>{say("strengths.work.differences", { count: differing.length })}</p>
			{themes.map((theme) => (
				<OneTheme key={theme} theme={theme} views={views.filter((view) => view.theme === theme)} differs={differing.includes(theme)} />
			))}
		</Stack>
	);
}

function OneTheme({ theme, views, differs }: { theme: Theme; views: readonly View[]; differs: boolean }) {
	const say = useText();
	const { locale } = useIntl();
	const groundOf = usePersonGround();
	const { family, coordinator } = usePeople();
	const title = say(term("themes", theme));
	const spoke = [...family, ...(coordinator ? [coordinator] : [])].filter(({ id }) => views.some(({ personId }) => personId === id));
	const silent = family.filter((person) => canTalk(person) && !spoke.includes(person));
	return (
		<section className="step-beside" aria-label={title}>
			<div className="step-theme-title">
				<ThemePicture theme={theme} />
				<h2>{title}</h2>
				{differs ? (
					<StateBadge tone="warning" shape="dot">
						{say("strengths.work.differs")}
					</StateBadge>
				) : null}
			</div>
			{spoke.length > 0 ? (
				<ul className="step-beside-people">
					{spoke.map((person) => (
						<li key={person.id} style={{ borderBlockStartColor: groundOf(person.id) }}>
							<h3 className="step-beside-person">
								<Avatar personId={person.id} name={fullName(person)} size="1.9rem" />
								{person.givenName}
							</h3>
							{views
								.filter(({ personId }) => personId === person.id)
								.sort(strengthsFirst)
								.map((view) => (
									<Said key={view.id} view={view} />
								))}
						</li>
					))}
				</ul>
			) : null}
			{silent.length > 0 ? (
				<p className="sp-hint">
					{say("strengths.work.silent", {
						names: nameList(
							silent.map(({ givenName }) => givenName),
							locale,
						),
					})}
				</p>
			) : null}
		</section>
	);
}

const order: readonly string[] = ["strength", "resource", "concern", "safety"];
const strengthsFirst = (one: View, other: View) => order.indexOf(one.subject) - order.indexOf(other.subject);

function Said({ view }: { view: View }) {
	const say = useText();
	const kind = view.subject as Kind;
	const Picture = pictures[kind];
	return (
		<p className="step-beside-said" lang={view.language}>
			<Picture className="step-said-picture" data-kind={kind} aria-hidden="true" />
			<span>
				<span className="sp-hidden">{say(`strengths.kind.${kind}`)}: </span>
				{view.text}
			</span>
		</p>
	);
}
