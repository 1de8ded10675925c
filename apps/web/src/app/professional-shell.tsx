import type { Me } from "@samenplan/contract/accounts";
import { fullName } from "@samenplan/language/names";
import {
	Archive,
	Building2,
	CalendarClock,
	DoorOpen,
	Eye,
	House,
	Inbox,
	KeyRound,
	LayoutList,
	LogOut,
	Menu as MenuPicture,
	Plus,
	ScrollText,
	Search,
	ShieldAlert,
	ShieldCheck,
	SlidersHorizontal,
	Users,
} from "lucide-react";
import type { ReactElement } from "react";
import { useEffect, useState } from "react";
import { NavLink, Outlet, useLocation } from "react-router";
import { useMe } from "../lib/me.ts";
import { type Say, useText } from "../lib/text.tsx";
import { MyRecoveries } from "../recoveries/parts/mine.tsx";
import { ButtonLink, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu } from "../ui/menu.tsx";
import { Avatar } from "../ui/person.tsx";
import { Brand } from "./brand.tsx";
import { FindFamily } from "./find-family.tsx";
import { useSignOut } from "./sign-out.ts";
import { SkipLink } from "./skip-link.tsx";

type Place = { ability: Me["abilities"][number]; to: string; words: string; picture: ReactElement };

/** Where one may go, decided by abilities alone. */
function placesOf(me: Me, say: Say): Place[] {
	const all: Place[] = [
		{ ability: "caseload.read", to: "/caseload", words: say("shell.caseload"), picture: <LayoutList aria-hidden="true" /> },
		{ ability: "reviews.read", to: "/reviews", words: say("shell.reviews"), picture: <Eye aria-hidden="true" /> },
		{ ability: "team.read", to: "/team", words: say("shell.team"), picture: <Users aria-hidden="true" /> },
		{ ability: "requests.read", to: "/requests", words: say("requests.nav"), picture: <Inbox aria-hidden="true" /> },
		{ ability: "retention.read", to: "/retention", words: say("requests.nav-retention"), picture: <Archive aria-hidden="true" /> },
		{ ability: "accounts.read", to: "/accounts", words: say("shell.accounts"), picture: <House aria-hidden="true" /> },
		{
			ability: "organisation.write",
			to: "/organisation/days",
			words: say("organisations.days.nav"),
			picture: <CalendarClock aria-hidden="true" />,
		},
		{
			ability: "organisation.confirm",
			to: "/accounts/single-sign-on",
			words: say("accounts.service.nav"),
			picture: <Building2 aria-hidden="true" />,
		},
		{ ability: "recovery.read", to: "/recoveries", words: say("recoveries.title"), picture: <DoorOpen aria-hidden="true" /> },
		{ ability: "audit.search", to: "/audit", words: say("audit.work.shell"), picture: <ScrollText aria-hidden="true" /> },
		{
			ability: "emergency.hear",
			to: "/emergencies",
			words: say("safeguards.shell.emergencies"),
			picture: <ShieldCheck aria-hidden="true" />,
		},
		{ ability: "emergency.open", to: "/emergency", words: say("safeguards.shell.glass"), picture: <ShieldAlert aria-hidden="true" /> },
	];
	return all.filter(({ ability }) => me.abilities.includes(ability));
}

/** The professional's frame: few words along the side, everything else is the page. */
export default function ProfessionalShell() {
	const say = useText();
	const me = useMe();
	const { pathname } = useLocation();
	const [menuOpen, setMenuOpen] = useState(false);
	const [finding, setFinding] = useState(false);
	// biome-ignore lint/correctness/useExhaustiveDependencies: a new place closes what was opened to get there.
	useEffect(() => {
		setMenuOpen(false);
		setFinding(false);
	}, [pathname]);
	const navigation = <Navigation me={me} onFind={() => setFinding(true)} />;
	return (
		<div className="sp-work">
			<SkipLink />
			<header className="sp-side">
				<div className="sp-side-top">
					<Brand />
					<span className="sp-side-menu">
						<IconButton label={say("shell.open-menu")} aria-expanded={menuOpen} onClick={() => setMenuOpen(true)}>
							<MenuPicture aria-hidden="true" />
						</IconButton>
					</span>
				</div>
				<div className="sp-side-wide">{navigation}</div>
			</header>
			<Dialog open={menuOpen && !finding} onClose={() => setMenuOpen(false)} title={say("shell.open-menu")}>
				<div className="sp-side-sheet">{navigation}</div>
			</Dialog>
			<FindFamily open={finding} onClose={() => setFinding(false)} />
			<main id="content" tabIndex={-1}>
				<MyRecoveries />
				<Outlet />
			</main>
		</div>
	);
}

function Navigation({ me, onFind }: { me: Me; onFind: () => void }) {
	const say = useText();
	const signOut = useSignOut();
	const name = fullName(me.person);
	return (
		<>
			<nav aria-label={say("shell.main-nav")} className="sp-side-nav">
				{placesOf(me, say).map(({ to, words, picture }) => (
					<NavLink key={to} to={to} className="sp-side-link">
						{picture}
						{words}
					</NavLink>
				))}
				{me.families.length > 0 ? (
					<button type="button" className="sp-side-link" onClick={onFind}>
						<Search aria-hidden="true" />
						{say("shell.find-family")}
					</button>
				) : null}
				{me.abilities.includes("families.create") ? (
					<div className="sp-side-new">
						<ButtonLink to="/families/new" look="soft" wide icon={<Plus aria-hidden="true" />}>
							{say("shell.new-family")}
						</ButtonLink>
					</div>
				) : null}
			</nav>
			<div className="sp-side-person">
				<Menu
					className="sp-side-link"
					button={
						<>
							<Avatar personId={me.person.id} name={name} size="2.25rem" />
							<span className="sp-person-words">
								<span>
									<span className="sp-hidden">{say("shell.person-menu", { name: "" })}</span>
									{name}
								</span>
								<small>{me.organisation}</small>
							</span>
						</>
					}
					items={[
						{ id: "who-may-what", label: say("access.work.title"), icon: <KeyRound aria-hidden="true" />, to: "/who-may-what" },
						{ id: "choices", label: say("shell.choices"), icon: <SlidersHorizontal aria-hidden="true" />, to: "/me" },
						{ id: "out", label: say("shell.sign-out"), icon: <LogOut aria-hidden="true" />, onAction: () => void signOut() },
					]}
				/>
			</div>
		</>
	);
}
