import { CircleQuestionMark } from "lucide-react";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { SaySomething } from "../parts/say-something.tsx";
import { ThreadView } from "../parts/thread.tsx";
import { usePlaceOf } from "../place.tsx";
import { type Thread, useThreads } from "../queries.ts";
import "../parts/comments.css";

/**
 * "Ask or say something": for a parent one field, and the answers below. For who answers, every open question of the family first,
 * the longest waiting on top.
 */
export default function QuestionsPage() {
	const say = useText();
	const can = useCan();
	const { family, viewer } = usePlan();
	const familyId = useFamilyId();
	const threads = useThreads();
	const [said, setSaid] = useState<"comment" | "question">();
	const open = threads.filter((thread) => thread.open);
	const rest = threads.filter((thread) => !thread.open).reverse();
	const onFamilySide = viewer.side === "family";
	const field = can("comment.write") ? <SaySomething about="plan" large={onFamilySide} onSaid={setSaid} /> : null;
	return (
		<Page width="text">
			<PageTitle
				title={say(onFamilySide ? "comments.page.title" : "comments.page.work-title")}
				intro={onFamilySide ? say("comments.page.intro") : say("comments.page.work-intro", { family: family.name })}
				back={onFamilySide ? { to: `/families/${familyId}`, label: say("plans.to-home") } : undefined}
			/>
			{onFamilySide ? field : null}
			{said && onFamilySide ? (
				<Notice kind="positive" live title={say(said === "question" ? "comments.page.sent" : "comments.page.said")}>
					<p>{say(said === "question" ? "comments.page.sent-words" : "comments.page.said-words")}</p>
				</Notice>
			) : null}
			{open.length > 0 ? (
				<Section title={say("comments.page.open")}>
					<ThreadList threads={open} />
				</Section>
			) : null}
			{rest.length > 0 ? (
				<Section title={say("comments.page.all")}>
					<ThreadList threads={rest} />
				</Section>
			) : null}
			{threads.length === 0 ? (
				<EmptyState picture={<CircleQuestionMark />} title={say("comments.page.none-title")}>
					{say(onFamilySide ? "comments.page.none-words" : "comments.page.work-none")}
				</EmptyState>
			) : null}
			{onFamilySide || !field ? null : <Section title={say("comments.page.work-say")}>{field}</Section>}
		</Page>
	);
}

function ThreadList({ threads }: { threads: Thread[] }) {
	const placeOf = usePlaceOf();
	return (
		<ol className="sp-threads" data-apart="true">
			{threads.map((thread) => (
				<ThreadView key={thread.comment.id} thread={thread} place={placeOf(thread.comment)} />
			))}
		</ol>
	);
}
