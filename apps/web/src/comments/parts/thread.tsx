import type { Comment } from "@samenplan/contract/comments";
import { momentInWords } from "@samenplan/language/dates";
import { MessageCircleReply } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useIntl } from "react-intl";
import { AudienceChip } from "../../audience/parts/audience-chip.tsx";
import { ChangeReaders } from "../../audience/parts/change-readers.tsx";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Statements } from "../../my-data/parts/statements.tsx";
import { calledIn } from "../../people/called.ts";
import { useCan, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Avatar, Chip } from "../../ui/person.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Thread } from "../queries.ts";
import { AnswerField } from "./answer-field.tsx";

/** One question or comment with the answers under it. `place` says what it is about, where that is not clear from the page. */
export function ThreadView({ thread, place }: { thread: Thread; place?: ReactNode }) {
	const say = useText();
	const can = useCan();
	const nameOf = usePersonName();
	const { viewer, family } = usePlan();
	const [answering, setAnswering] = useState(false);
	const { comment, answers, open } = thread;
	const mine = comment.writtenBy === viewer.personId;
	const asker = family.persons.find(({ id }) => id === comment.writtenBy);
	// The family's questions are the coordinator's to answer; hers, and private ones, are the family's.
	const asksFamily =
		comment.audience === "family" || comment.audience === "named" || asker === undefined || asker.relation === "coordinator";
	const asksMe = open && !mine && (can("comment.answer") || asksFamily);
	return (
		<li className="sp-thread" data-open={open} id={`comment-${comment.id}`}>
			{place}
			<Message comment={comment}>
				{comment.kind === "question" ? (
					<StateBadge tone={open ? "warning" : "positive"} shape={open ? "dot" : "check"}>
						{say(open ? "comments.waiting" : "comments.answered")}
					</StateBadge>
				) : null}
				{comment.toTeam ? <Chip>{say("comments.to-team")}</Chip> : null}
				<AudienceChip text={comment} />
				{mine && can("audience.widen") ? (
					<ChangeReaders kind="comment" textId={comment.id} now={comment} writtenBy={comment.writtenBy} />
				) : null}
			</Message>
			{answers.length > 0 ? (
				<ol className="sp-thread-answers">
					{answers.map((answer) => (
						<li key={answer.id}>
							<Message comment={answer} />
						</li>
					))}
				</ol>
			) : null}
			{!can("comment.write") ? null : answering ? (
				<AnswerField comment={comment} name={nameOf(comment.writtenBy)} onDone={() => setAnswering(false)} />
			) : (
				<div className="sp-thread-actions">
					<Button
						look={asksMe ? "soft" : "quiet"}
						size="small"
						icon={<MessageCircleReply size="1.1em" aria-hidden="true" />}
						onClick={() => setAnswering(true)}
						aria-label={say(asksMe ? "comments.answer-to" : "comments.reply-to", { name: nameOf(comment.writtenBy) })}
					>
						{say(asksMe ? "comments.answer" : "comments.reply")}
					</Button>
				</div>
			)}
		</li>
	);
}

/** Words of one person: face, name, role, when, in which language. */
function Message({ comment, children }: { comment: Comment; children?: ReactNode }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const { family, viewer } = usePlan();
	const person = family.persons.find(({ id }) => id === comment.writtenBy);
	const role = person?.relation === "coordinator" ? say("comments.coach") : calledIn(say, person?.role ?? "");
	const name = nameOf(comment.writtenBy);
	return (
		<article className="sp-message">
			<Avatar personId={comment.writtenBy} name={name} size="2.25rem" />
			<div className="sp-message-body">
				<p className="sp-message-who">
					<b>{name}</b>
					{role ? <span>{role}</span> : null}
				</p>
				<p className="sp-message-words" lang={comment.language} dir="auto">
					{comment.text}
				</p>
				<p className="sp-message-when">
					<time dateTime={comment.createdAt}>{momentInWords(comment.createdAt, locale)}</time>
					{comment.language === locale ? null : (
						<span>{say("comments.written-in", { language: say(term("languages", comment.language)) })}</span>
					)}
				</p>
				{children ? <div className="sp-message-signs">{children}</div> : null}
				<Statements object="comment" objectId={comment.id} add={comment.writtenBy !== viewer.personId} />
			</div>
		</article>
	);
}
