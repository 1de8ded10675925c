import { CircleUserRound, House, MessageCircleQuestionMark } from "lucide-react";
import { NavLink, Outlet, useMatch } from "react-router";
import { useMe } from "../lib/me.ts";
import { useText } from "../lib/text.tsx";
import { MyRecoveries } from "../recoveries/parts/mine.tsx";
import { Brand } from "./brand.tsx";
import { SkipLink } from "./skip-link.tsx";

/** The family's frame, phone first: three places, always in the same spot under the thumb. */
export function FamilyShell() {
	const say = useText();
	const me = useMe();
	const here = useMatch("/families/:familyId/*")?.params.familyId;
	const family = me.families.find(({ id }) => id === here) ?? (me.families.length === 1 ? me.families[0] : undefined);
	const home = family ? `/families/${family.id}` : "/";
	return (
		<div className="sp-family">
			<SkipLink />
			<header className="sp-top">
				<Brand />
				{family ? <span className="sp-top-family">{family.name}</span> : null}
			</header>
			<nav className="sp-bottom" aria-label={say("shell.main-nav")}>
				<NavLink to={home} end>
					<House aria-hidden="true" />
					{say("shell.home")}
				</NavLink>
				{family?.abilities.includes("plan.read") ? (
					<NavLink to={`${home}/questions`}>
						<MessageCircleQuestionMark aria-hidden="true" />
						{say("shell.ask")}
					</NavLink>
				) : null}
				<NavLink to="/me">
					<CircleUserRound aria-hidden="true" />
					{say("shell.me")}
				</NavLink>
			</nav>
			<main id="content" tabIndex={-1}>
				<MyRecoveries />
				<Outlet />
			</main>
		</div>
	);
}
