import { dayInWords } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import {
	CalendarHeart,
	ChevronRight,
	FileText,
	Flag,
	FolderLock,
	Footprints,
	HandHeart,
	Handshake,
	KeyRound,
	Lightbulb,
	Map as MapPicture,
	MessageCircleHeart,
	Phone,
	ScanEye,
	ShieldCheck,
	Signpost,
	SlidersHorizontal,
	Users,
} from "lucide-react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { useConsentsForMe, useConsentsPending } from "../../consents/queries.ts";
import { Achieved } from "../../evaluations/parts/achieved.tsx";
import { isOpen, useMySteps } from "../../goals/queries.ts";
import { useText } from "../../lib/text.tsx";
import { EmergencyOnHome } from "../../safeguards/parts/emergency-uses.tsx";
import { Door } from "../../ui/card.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Avatar } from "../../ui/person.tsx";
import { useWaiting } from "../facts.ts";
import { usePeople } from "../people.ts";
import { useFamilyId, usePlan } from "../queries.ts";

/** The family's home: five things at most, each with a picture and a verb, always in the same place. */
export default function FamilyHome() {
	const say = useText();
	const { locale } = useIntl();
	const plan = usePlan();
	const { me } = usePeople();
	const waiting = useWaiting();
	const asked = waiting.length + useConsentsForMe().length;
	const unsure = useConsentsPending();
	const home = `/families/${useFamilyId()}`;
	const goals = plan.goals.filter(({ state }) => state !== "stopped");
	const achieved = goals.filter(({ state }) => state === "achieved").length;
	const toDo = useMySteps().filter(isOpen).length;
	const talk = plan.evaluations.find(({ state }) => state === "planned");
	const name = me?.givenName ?? "";
	return (
		<Page width="text">
			<PageTitle
				title={say("plans.home.hello", { name })}
				intro={
					asked > 0 ? (
						<Link className="sp-link" to={`${home}/waiting`}>
							{say("plans.home.intro-waiting")}
						</Link>
					) : (
						say("plans.home.intro")
					)
				}
				mark={me ? <Avatar personId={me.id} name={fullName(me)} size="3.2rem" /> : undefined}
			/>
			<EmergencyOnHome />
			<Achieved />
			<ul className="plan-doors">
				<li>
					<Door
						to={`${home}/steps/goals`}
						picture={<Flag />}
						title={say("plans.home.want")}
						words={goals.length === 0 ? say("plans.home.want-none") : say("plans.home.want-some", { count: goals.length, achieved })}
					/>
				</li>
				<li>
					<Door
						to={`${home}/my-steps`}
						picture={<Footprints />}
						title={say("plans.home.do")}
						words={say("plans.home.do-count", { count: toDo })}
					/>
				</li>
				<li>
					<Door
						to={`${home}/steps/evaluate`}
						picture={<CalendarHeart />}
						title={say("plans.home.talk")}
						words={
							talk ? dayInWords(talk.dueOn, locale) : say(plan.plan.state === "closed" ? "evaluate.closed.title" : "plans.home.talk-none")
						}
					/>
				</li>
				<li>
					<Door
						to={`${home}/questions`}
						picture={<MessageCircleHeart />}
						title={say("plans.home.ask")}
						words={say("plans.home.ask-words")}
					/>
				</li>
				<li>
					<Door
						to={`${home}/waiting`}
						picture={<HandHeart />}
						title={say("plans.home.waiting")}
						words={asked === 0 && unsure ? say("ui.loading") : say("plans.home.waiting-count", { count: asked })}
						look={asked > 0 ? "waiting" : "normal"}
					/>
				</li>
			</ul>
			<nav aria-label={say("plans.home.more")}>
				<ul className="plan-links">
					<More to={`${home}/people`} picture={<Users aria-hidden="true" />} words={say("plans.home.who-helps")} />
					<More to={`${home}/coordinator`} picture={<Handshake aria-hidden="true" />} words={say("coach.title")} />
					<More to={`${home}/consents`} picture={<ShieldCheck aria-hidden="true" />} words={say("consent.title")} />
					<More to={`${home}/our-plan`} picture={<MapPicture aria-hidden="true" />} words={say("plans.home.our-plan")} />
					<More to={`${home}/milestones`} picture={<Signpost aria-hidden="true" />} words={say("milestones.link")} />
					{plan.versions.length > 0 ? (
						<More to={`${home}/versions`} picture={<FileText aria-hidden="true" />} words={say("versions.title")} />
					) : null}
					{plan.reviews.length > 0 ? (
						<More to={`${home}/reviews`} picture={<Lightbulb aria-hidden="true" />} words={say("advice.title")} />
					) : null}
					{plan.contactMoments.length > 0 ? (
						<More to={`${home}/contacts`} picture={<Phone aria-hidden="true" />} words={say("contacts.title")} />
					) : null}
					<More to={`${home}/who-looked`} picture={<ScanEye aria-hidden="true" />} words={say("plans.home.who-looked")} />
					<More to={`${home}/who-may-what`} picture={<KeyRound aria-hidden="true" />} words={say("access.link")} />
					<More to={`${home}/my-data`} picture={<FolderLock aria-hidden="true" />} words={say("my-data.home")} />
					<More to="/me" picture={<SlidersHorizontal aria-hidden="true" />} words={say("plans.home.choices")} />
				</ul>
			</nav>
		</Page>
	);
}

function More({ to, picture, words }: { to: string; picture: React.ReactNode; words: string }) {
	return (
		<li>
			<Link to={to}>
				{picture}
				<span>{words}</span>
				<ChevronRight aria-hidden="true" />
			</Link>
		</li>
	);
}
