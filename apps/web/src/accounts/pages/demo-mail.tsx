import { momentInWords } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { Mail, RefreshCw } from "lucide-react";
import { Fragment, type ReactNode, use } from "react";
import { useIntl } from "react-intl";
import { Link, useSearchParams } from "react-router";
import { needWorkMessages } from "../../lib/messages.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { demoMailsQuery } from "../queries.ts";

const words = needWorkMessages();

/** The mail of the demo: a list and the chosen message as text, with its links. */
export default function DemoMailPage() {
	use(words);
	const say = useText();
	const { locale } = useIntl();
	const [search] = useSearchParams();
	const { data: mails, error, refetch, isFetching } = useQuery({ ...demoMailsQuery, refetchInterval: 10_000 });
	const open = mails?.find(({ id }) => id === search.get("mail")) ?? mails?.[0];
	return (
		<Page>
			<PageTitle
				title={say("demo.mail.title")}
				intro={<Text id="demo.mail.intro" />}
				back={{ to: "/", label: say("shell.home") }}
				actions={
					<Button look="soft" icon={<RefreshCw aria-hidden="true" />} pending={isFetching} onClick={() => void refetch()}>
						{say("demo.mail.reload")}
					</Button>
				}
			/>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{!mails && !error ? <Loading /> : null}
			{mails?.length === 0 ? (
				<EmptyState picture={<Mail />} title={say("demo.mail.empty")}>
					<Text id="demo.mail.empty-words" />
				</EmptyState>
			) : null}
			{mails && open ? (
				<div className="sp-mails">
					<ul className="sp-plain-list" style={{ gap: "0.15rem" }} aria-label={say("demo.mail.title")}>
						{mails.map((mail) => (
							<li key={mail.id}>
								<Link className="sp-mail" to={`?mail=${mail.id}`} replace aria-current={mail.id === open.id ? "true" : undefined}>
									<b>{mail.subject}</b>
									<small>{say("demo.mail.to", { to: mail.to })}</small>
									<small>{momentInWords(mail.sentAt ?? mail.createdAt, locale)}</small>
								</Link>
							</li>
						))}
					</ul>
					<Card as="article">
						<h2 className="text-xl">{open.subject}</h2>
						<p className="text-muted">
							{say("demo.mail.to", { to: open.to })} · {momentInWords(open.sentAt ?? open.createdAt, locale)}
						</p>
						<div>
							{open.sentAt ? (
								<StateBadge tone="positive">{say("demo.mail.sent")}</StateBadge>
							) : (
								<StateBadge tone="neutral">{say("demo.mail.waiting")}</StateBadge>
							)}
						</div>
						<div className="sp-mail-text" lang={open.language}>
							{withLinks(open.text)}
						</div>
					</Card>
				</div>
			) : null}
		</Page>
	);
}

/** Addresses in the text become links; those of this app stay in it. */
function withLinks(text: string): ReactNode {
	return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/).map((part, index) => {
		// biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text have no other name.
		if (!/^https?:\/\//.test(part)) return <Fragment key={index}>{part}</Fragment>;
		const url = new URL(part);
		return (
			// biome-ignore lint/suspicious/noArrayIndexKey: as above.
			<a key={index} className="sp-link" href={url.origin === location.origin ? url.pathname + url.search + url.hash : part}>
				{part}
			</a>
		);
	});
}
