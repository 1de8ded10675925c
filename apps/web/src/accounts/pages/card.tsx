import { acceptInvitation } from "@samenplan/contract/accounts";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Eye, HeartHandshake, MessageCircle } from "lucide-react";
import { useEffect } from "react";
import { useIntl } from "react-intl";
import { useParams } from "react-router";
import { call } from "../../lib/api.ts";
import { showLanguage } from "../../lib/messages.ts";
import { asProblem } from "../../lib/problems.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { PageTitle, Row } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Welcome } from "../parts/welcome.tsx";
import { invitationQuery } from "../queries.ts";
import { useEnter } from "../sign-in.ts";

/** What a parent sees after scanning the card: who asks, what this is, and one button. */
export default function CardPage() {
	const say = useText();
	const enter = useEnter();
	const { locale } = useIntl();
	const { code = "" } = useParams();
	const { data: card, error, refetch } = useQuery(invitationQuery(code));
	const accept = useMutation({ mutationFn: () => call(acceptInvitation, { params: { code }, body: {} }), onSuccess: enter });
	const language = card?.language;
	useEffect(() => {
		if (language) void showLanguage(catalogueLanguageOf(language));
	}, [language]);

	const gone = [error, accept.error].some((one) => one && ["not-found", "code-wrong", "invalid-input"].includes(asProblem(one).code));
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
						<Text id="accounts.card.organisation" values={{ organisation: card.organisation }} />
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
						<Text id="accounts.card.what-1" />
					</li>
					<li className="sp-with-picture">
						<MessageCircle aria-hidden="true" />
						<Text id="accounts.card.what-2" />
					</li>
					<li className="sp-with-picture">
						<Eye aria-hidden="true" />
						<Text id="accounts.card.what-3" />
					</li>
				</ul>
			</section>
			<div className="sp-stack" data-gap="sm">
				{accept.error ? <ProblemNotice error={accept.error} /> : null}
				<Button wide pending={accept.isPending} onClick={() => accept.mutate()}>
					{say("accounts.card.accept")}
				</Button>
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
