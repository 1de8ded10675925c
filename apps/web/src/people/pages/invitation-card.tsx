import type { InvitationCard } from "@samenplan/contract/people";
import { cardWords } from "@samenplan/language/card";
import { directionOf } from "@samenplan/language/catalogue";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { fullName } from "@samenplan/language/names";
import { Copy, Printer, TicketX } from "lucide-react";
import { useNavigate, useParams } from "react-router";
import { BrandMark } from "../../app/brand.tsx";
import { Text, useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle, Row } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { forgetCard, freshCard, useInvite } from "../cards.ts";
import "../people.css";

/** The card of one person, to print or to let scan; told once, right after it was made. */
export default function InvitationCardPage() {
	const say = useText();
	const can = useCan();
	const go = useNavigate();
	const familyId = useFamilyId();
	const { personId = "" } = useParams();
	const { family, viewer } = usePlan();
	const { invite, pending, problem } = useInvite();
	const person = family.persons.find((each) => each.id === personId);
	const card = freshCard(viewer.personId, personId);
	const back = { to: `/families/${familyId}/people`, label: say("people.back") };
	const name = person ? fullName(person) : "";

	if (!person || !can("invitations.write"))
		return (
			<Page width="text">
				<PageTitle title={say("people.card.gone.title")} back={back} />
				<Notice>
					<p>
						<Text id="people.gone" />
					</p>
				</Notice>
			</Page>
		);
	if (!card)
		return (
			<Page width="text">
				<PageTitle title={say("people.card.title", { name })} back={back} />
				<EmptyState
					picture={<TicketX />}
					title={say("people.card.gone.title")}
					actions={
						<Button pending={pending} onClick={() => void invite(personId)}>
							{say("people.card.gone.new")}
						</Button>
					}
				>
					{say("people.card.gone.words")}
				</EmptyState>
				{problem ? <ProblemNotice error={problem.error}>{problem.words ? <p>{problem.words}</p> : null}</ProblemNotice> : null}
			</Page>
		);
	return (
		<Page width="text">
			<div className="sp-no-print sp-stack" data-gap="md">
				<PageTitle title={say("people.card.title", { name })} intro={say("people.card.intro", { name: person.givenName })} back={back} />
				<Notice kind={card.mailed ? "positive" : "info"}>
					<p>
						<Text id={card.mailed ? "people.card.mailed" : "people.card.not-mailed"} />
					</p>
					<p>
						<Text id="people.card.once" />
					</p>
				</Notice>
				<Row>
					<Button icon={<Printer aria-hidden="true" />} onClick={() => globalThis.print()}>
						{say("people.card.print")}
					</Button>
					<Button
						look="soft"
						icon={<Copy aria-hidden="true" />}
						onClick={() => void navigator.clipboard.writeText(card.link).then(() => toast({ words: say("people.card.copied") }))}
					>
						{say("people.card.copy")}
					</Button>
					<Button
						look="quiet"
						onClick={() => {
							forgetCard(viewer.personId, personId);
							void go(back.to);
						}}
					>
						{say("people.card.done")}
					</Button>
				</Row>
			</div>
			<PrintedCard card={card} label={say("people.card.label")} />
		</Page>
	);
}

/** What is printed: in the language of who gets it, large enough to read at arm's length. */
function PrintedCard({ card, label }: { card: InvitationCard; label: string }) {
	const words = cardWords(card.language);
	return (
		<article className="sp-invitation" lang={card.language} dir={directionOf(card.language)} aria-label={label}>
			<header>
				<BrandMark size="2.4rem" />
				<b>Samenplan</b>
			</header>
			<h2>{words.hello(card.givenName)}</h2>
			<p>{words.invited(card.invitedBy, card.organisation)}</p>
			<p>{words.what}</p>
			<div className="sp-invitation-ways">
				<svg
					className="sp-invitation-qr"
					viewBox={`-3 -3 ${card.qr.size + 6} ${card.qr.size + 6}`}
					role="img"
					aria-label={words.scan}
					shapeRendering="crispEdges"
				>
					<rect x="-3" y="-3" width={card.qr.size + 6} height={card.qr.size + 6} fill="#fff" />
					<path d={card.qr.path} fill="#000" />
				</svg>
				<div>
					<h3>{words.how}</h3>
					<p>{words.scan}</p>
					<p>
						{words.type}
						<br />
						<b className="sp-invitation-address" dir="ltr">
							{card.address.replace(/^https?:\/\//, "")}
						</b>
					</p>
					<p className="sp-invitation-code" dir="ltr">
						{card.code}
					</p>
				</div>
			</div>
			<footer>
				<p>{words.until(dateInWords(dayOf(card.expiresAt), card.language))}</p>
				<p>{words.own}</p>
			</footer>
		</article>
	);
}
