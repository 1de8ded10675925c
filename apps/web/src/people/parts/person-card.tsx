import { endPerson, returnPerson, withdrawInvitation, youngPersonAge } from "@samenplan/contract/people";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import { DoorOpen, Ellipsis, Eye, IdCard, Pencil, TicketX, UserMinus } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { now } from "../../lib/clock.ts";
import { Text, useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Menu, type MenuItem } from "../../ui/menu.tsx";
import { Avatar, Chip } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { useInvite } from "../cards.ts";
import { ageOf, kinshipWords, type Person } from "../kinship.ts";
import { InvolvedState, useInvolvement } from "./involved.tsx";

const reads = ["interpreter", "easyText", "pictures", "readAloud", "largeLetters"] as const;
type Asked = "end" | "card" | "withdraw";

/** One person on the family sheet: who, to whom, how they read, and whether they can join in. */
export function PersonCard({ person }: { person: Person }) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { family } = usePlan();
	const [asked, setAsked] = useState<Asked>();
	const [because, setBecause] = useState("");
	const { invite, pending, problem } = useInvite();
	const end = useFamilyWrite(endPerson);
	const comeBack = useFamilyWrite(returnPerson);
	const withdraw = useFamilyWrite(withdrawInvitation);
	const name = fullName(person);
	const to = `/families/${familyId}/people/${person.id}`;
	const seeAs = `/families/${familyId}/as/${person.id}`;
	const age = ageOf(person);
	const kin = kinshipWords(say, family, person, locale);
	const involved = useInvolvement(person.id);
	const invitable =
		can("invitations.write") && mayBeInvited(person) && (person.relation !== "professional" || involved?.state !== "waits_for_consent");
	const card = person.invitation;
	const close = () => setAsked(undefined);

	const stop = async () => {
		await end.mutateAsync({ params: { familyId, personId: person.id }, body: { version: person.version, because } });
		close();
		toast({
			words: say("people.ended", { name: person.givenName }),
			undo: () =>
				void comeBack
					.mutateAsync({ params: { familyId, personId: person.id } })
					.then(() => toast({ words: say("people.returned", { name: person.givenName }) })),
		});
	};
	const takeBack = async () => {
		if (!card) return;
		await withdraw.mutateAsync({ params: { familyId, invitationId: card.id } });
		close();
		toast({ words: say("people.invitation.withdrawn-toast", { name: person.givenName }) });
	};
	const items: MenuItem[] = [
		{ id: "change", label: say("people.menu.change"), icon: <Pencil aria-hidden="true" />, to },
		...(can("plan.read_as")
			? [{ id: "as", label: say("audience.as.link", { name: person.givenName }), icon: <Eye aria-hidden="true" />, to: seeAs }]
			: []),
		...(invitable && person.hasAccount
			? [{ id: "recovery", label: say("recoveries.ask.title"), icon: <DoorOpen aria-hidden="true" />, to: `${to}#recovery` }]
			: []),
		...(invitable && card && !person.hasAccount
			? [{ id: "card", label: say("people.menu.new-card"), icon: <IdCard aria-hidden="true" />, onAction: () => setAsked("card") }]
			: []),
		...(card?.state === "sent"
			? [{ id: "withdraw", label: say("people.menu.withdraw"), icon: <TicketX aria-hidden="true" />, onAction: () => setAsked("withdraw") }]
			: []),
		{ id: "end", label: say("people.menu.end"), icon: <UserMinus aria-hidden="true" />, onAction: () => setAsked("end") },
	];
	return (
		<Card as="li" id={`person-${person.id}`} className="sp-person-card">
			<div className="sp-person-card-head">
				<Avatar personId={person.id} name={name} size="3rem" />
				<div className="sp-person-words">
					<Link to={to} className="sp-person-card-name" aria-label={say("people.change-named", { name })}>
						{name}
					</Link>
					<small>
						{[
							kin.length === 0 ? person.role || say(`term.involvementRelations.${person.relation}`) : undefined,
							age === undefined
								? person.relation === "child"
									? say("people.born-unknown")
									: undefined
								: say("people.age", { years: age }),
						]
							.filter(Boolean)
							.join(", ")}
					</small>
				</div>
				<Menu button={<Ellipsis aria-hidden="true" />} label={say("people.menu", { name })} className="sp-icon-button" items={items} />
			</div>
			{kin.length > 0 ? (
				<ul className="sp-person-card-kin">
					{kin.map((words) => (
						<li key={words}>{words}</li>
					))}
				</ul>
			) : null}
			{person.language !== "nl" || reads.some((one) => person[one]) ? (
				<div className="sp-row" data-gap="2xs">
					{person.language !== "nl" ? <Chip>{say(`people.language.${person.language}`)}</Chip> : null}
					{reads
						.filter((one) => person[one])
						.map((one) => (
							<Chip key={one}>{say(`people.reads.${one}`)}</Chip>
						))}
				</div>
			) : null}
			{person.relation !== "coordinator" && person.relation !== "scientist" ? (
				<div className="sp-person-card-foot">
					{involved && (isAround(person) || involved.state === "declined") ? (
						<InvolvedState one={involved} />
					) : (
						<InvitationState person={person} />
					)}
					{invitable && !isCardLive(person) && (isAround(person) ? involved?.acceptedAt === null : !isJoining(person)) ? (
						<Button
							look="soft"
							size="small"
							pending={pending}
							onClick={() => void invite(person.id)}
							aria-label={say("people.invite-named", { name })}
						>
							{say("people.invite")}
						</Button>
					) : null}
				</div>
			) : null}
			{problem ? <ProblemNotice error={problem.error}>{problem.words ? <p>{problem.words}</p> : null}</ProblemNotice> : null}
			<ConfirmDialog
				open={asked === "end"}
				onClose={close}
				title={say("people.end.title", { name: person.givenName })}
				confirm={say("people.end.confirm", { name: person.givenName })}
				onConfirm={() => void stop().catch(() => undefined)}
				pending={end.isPending}
				danger
				error={end.error ? <ProblemNotice error={end.error} /> : undefined}
			>
				<p>
					<Text id="people.end.words" values={{ name: person.givenName }} />
				</p>
				<TextField
					label={say("people.end.because")}
					hint={say("people.end.because-hint")}
					optional
					autoComplete="off"
					value={because}
					onChange={(event) => setBecause(event.target.value)}
				/>
			</ConfirmDialog>
			<ConfirmDialog
				open={asked === "card"}
				onClose={close}
				title={say("people.invitation.replace.title", { name: person.givenName })}
				confirm={say("people.invitation.replace.confirm")}
				onConfirm={() => void invite(person.id).then(close)}
				pending={pending}
			>
				<p>
					<Text id="people.invitation.replace.words" values={{ name: person.givenName }} />
				</p>
			</ConfirmDialog>
			<ConfirmDialog
				open={asked === "withdraw"}
				onClose={close}
				title={say("people.invitation.withdraw.title", { name: person.givenName })}
				confirm={say("people.invitation.withdraw.confirm")}
				onConfirm={() => void takeBack().catch(() => undefined)}
				pending={withdraw.isPending}
				danger
				error={withdraw.error ? <ProblemNotice error={withdraw.error} /> : undefined}
			>
				<p>
					<Text id="people.invitation.withdraw.words" />
				</p>
			</ConfirmDialog>
		</Card>
	);
}

const isAround = ({ relation }: Person) => relation === "network_member" || relation === "professional";

/** Whether somebody may have a card of their own: everyone, a child from twelve. */
function mayBeInvited(person: Person): boolean {
	return isAround(person) || person.relation === "parent" || (person.relation === "child" && (ageOf(person) ?? 0) >= youngPersonAge);
}

const isJoining = (person: Person) => person.hasAccount;
const isCardLive = ({ invitation }: Person) => invitation?.state === "sent" && invitation.expiresAt > now().toISOString();
/** Nobody has asked this person yet, and they could be. */
export const waitsForCard = (person: Person) => !isAround(person) && mayBeInvited(person) && !isJoining(person) && !isCardLive(person);

function InvitationState({ person }: { person: Person }) {
	const say = useText();
	const { locale } = useIntl();
	if (isJoining(person)) return <StateBadge tone="positive">{say("people.invitation.accepted")}</StateBadge>;
	if (!mayBeInvited(person))
		return person.relation === "child" ? <small className="text-muted">{say("people.invitation.young")}</small> : null;
	const card = person.invitation;
	if (isCardLive(person) && card)
		return <StateBadge tone="action">{say("people.invitation.sent", { day: dateInWords(dayOf(card.expiresAt), locale) })}</StateBadge>;
	if (card?.state === "withdrawn") return <StateBadge tone="neutral">{say("people.invitation.withdrawn")}</StateBadge>;
	return <StateBadge tone={card ? "warning" : "neutral"}>{say(card ? "people.invitation.expired" : "people.invitation.none")}</StateBadge>;
}
