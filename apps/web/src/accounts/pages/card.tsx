import { acceptInvitation } from "@samenplan/contract/accounts";
import { declineInvitation } from "@samenplan/contract/involvements";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Eye, HeartHandshake, MessageCircle } from "lucide-react";
import { useEffect, useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate, useParams } from "react-router";
import { call } from "../../lib/api.ts";
import { showLanguage } from "../../lib/messages.ts";
import { asProblem } from "../../lib/problems.ts";
import { startSession } from "../../lib/session.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { PageTitle, Row } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DeclineDialog } from "../parts/decline-dialog.tsx";
import { Welcome } from "../parts/welcome.tsx";
import { invitationQuery } from "../queries.ts";

/** What a parent sees after scanning the card: who asks, what this is, and one button. */
export default function CardPage() {
	const say = useText();
	const queries = useQueryClient();
	const navigate = useNavigate();
	const [borrowed, setBorrowed] = useState(false);
	const { locale } = useIntl();
	const { code = "" } = useParams();
	const accept = useMutation({
		mutationFn: () => call(acceptInvitation, { params: { code }, body: { ownDevice: !borrowed } }),
		onSuccess: (session) => {
			queries.clear();
			startSession(session);
			// A card works once: on a device of one's own there is an offer for the next time.
			navigate(borrowed ? "/" : "/welcome", { replace: true });
		},
		// Somebody who signs in here already finds the invitation behind their own sign-in.
		onError: (failure) => {
			if (asProblem(failure).code === "sign-in-needed") navigate("/sign-in");
		},
	});
	// A card that is being used is not read again: it works once.
	const { data: card, error, refetch } = useQuery({ ...invitationQuery(code), enabled: accept.isIdle || accept.isError });
	const [declining, setDeclining] = useState(false);
	const decline = useMutation({ mutationFn: (words: string) => call(declineInvitation, { params: { code }, body: { words } }) });
	const language = card?.language;
	useEffect(() => {
		if (language) void showLanguage(catalogueLanguageOf(language));
	}, [language]);

	if (decline.isSuccess)
		return (
			<Welcome>
				<PageTitle title={say("accounts.card.declined.title")} intro={say("accounts.card.declined.words")} />
			</Welcome>
		);
	const gone = [error, accept.error, decline.error].some(
		(one) => one && ["not-found", "code-wrong", "invalid-input"].includes(asProblem(one).code),
	);
	if (gone) return <GoneCard />;
	if (error) {
		return (
			<Welcome>
				<PageTitle title={say("accounts.card.title")} />
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			</Welcome>
		);
	}
	if (!card) {
		return (
			<Welcome>
				<Loading />
			</Welcome>
		);
	}
	return (
		<Welcome>
			<PageTitle
				title={say("accounts.card.hello", { name: card.givenName })}
				intro={
					<>
						<Text id="accounts.card.invited" values={{ invitedBy: card.invitedBy }} />{" "}
						<Text
							id={card.byCoach ? "accounts.card.organisation" : "accounts.card.invited-by"}
							values={{ organisation: card.organisation }}
						/>
					</>
				}
			/>
			<section className="sp-stack" data-gap="sm">
				<h2>
					<Text id="accounts.card.what" />
				</h2>
				<ul className="sp-plain-list">
					<li className="sp-with-picture">
						<HeartHandshake aria-hidden="true" />
						<Text id={card.ofThePlan ? "accounts.card.what-1" : "accounts.card.what-network-1"} />
					</li>
					<li className="sp-with-picture">
						<MessageCircle aria-hidden="true" />
						<Text id={card.ofThePlan ? "accounts.card.what-2" : "accounts.card.what-network-2"} />
					</li>
					<li className="sp-with-picture">
						<Eye aria-hidden="true" />
						<Text id={card.ofThePlan ? "accounts.card.what-3" : "accounts.card.what-network-3"} />
					</li>
				</ul>
			</section>
			<div className="sp-stack" data-gap="sm">
				{accept.error ? <ProblemNotice error={accept.error} /> : null}
				<Checkbox
					label={say("sign-in.borrowed")}
					hint={say("sign-in.borrowed-hint")}
					checked={borrowed}
					onChange={(event) => setBorrowed(event.target.checked)}
				/>
				<Button wide pending={accept.isPending} onClick={() => accept.mutate()}>
					{say("accounts.card.accept")}
				</Button>
				<Button wide look="quiet" disabled={accept.isPending} onClick={() => setDeclining(true)}>
					{say("accounts.card.decline")}
				</Button>
				<DeclineDialog
					open={declining}
					onClose={() => setDeclining(false)}
					pending={decline.isPending}
					error={decline.error}
					onDecline={(words) => decline.mutate(words)}
				/>
				<p className="sp-hint">
					<Text id="accounts.card.not-me" values={{ name: card.givenName }} />{" "}
					<Text id="accounts.card.until" values={{ day: dayInWords(dayOf(card.expiresAt), locale) }} />
				</p>
			</div>
		</Welcome>
	);
}

function GoneCard() {
	const say = useText();
	return (
		<Welcome>
			<PageTitle title={say("accounts.card.gone.title")} intro={<Text id="accounts.card.gone.words" />} />
			<p>
				<Text id="accounts.card.gone.ask" />
			</p>
			<Row>
				<ButtonLink to="/sign-in">{say("accounts.sign-in")}</ButtonLink>
				<ButtonLink to="/card" look="quiet">
					{say("accounts.use-card")}
				</ButtonLink>
			</Row>
		</Welcome>
	);
}
