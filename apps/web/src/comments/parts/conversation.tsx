import type { CommentAbout } from "@samenplan/contract/comments";
import { useText } from "../../lib/text.tsx";
import { useCan } from "../../plans/queries.ts";
import { Section } from "../../ui/layout.tsx";
import { useThreads } from "../queries.ts";
import { SaySomething } from "./say-something.tsx";
import { ThreadView } from "./thread.tsx";
import "./comments.css";

type ConversationProps = {
	/** The part of the plan that is talked about. */
	about: CommentAbout;
	/** Left out for the plan as a whole. */
	aboutId?: string | null;
	/** Heading; "Questions and comments" when left out. */
	title?: string;
	level?: 2 | 3;
};

/**
 * What is asked and said about one part of the plan, and a field to say something. Comes up to date by itself while others write;
 * what is typed stays until it is sent.
 */
export function Conversation({ about, aboutId = null, title, level = 2 }: ConversationProps) {
	const say = useText();
	const can = useCan();
	const threads = useThreads(about, aboutId);
	return (
		<Section title={title ?? say("comments.title")} level={level}>
			{threads.length > 0 ? (
				<ol className="sp-threads" aria-live="polite" aria-relevant="additions">
					{threads.map((thread) => (
						<ThreadView key={thread.comment.id} thread={thread} />
					))}
				</ol>
			) : (
				<p className="text-muted">{say("comments.none")}</p>
			)}
			{can("comment.write") ? <SaySomething about={about} aboutId={aboutId} /> : null}
		</Section>
	);
}
