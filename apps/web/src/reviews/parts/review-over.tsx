import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useAbility } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { queueQuery } from "../queries.ts";

/**
 * For a scientist whose advice to a family was answered: why the plan does not open any more, and where the advice and its answer are.
 * Everyone else gets `otherwise`, also who took a question that was taken back: that is nobody's case any more.
 */
export function ReviewOver({ otherwise }: { otherwise: ReactNode }) {
	const say = useText();
	const familyId = useFamilyId();
	// What was read of the queue a moment ago still has the case in hand.
	const { data } = useQuery({ ...queueQuery, enabled: useAbility("reviews.read"), refetchOnMount: "always" });
	const over = data
		?.filter(({ mine, state, ...review }) => mine && review.familyId === familyId && state === "answered")
		.sort((a, b) => a.askedAt.localeCompare(b.askedAt))
		.at(-1);
	if (!over) return otherwise;
	return (
		<>
			<PageTitle title={over.familyName} />
			<Notice
				title={say("reviews.over.title")}
				actions={
					<>
						<ButtonLink look="soft" to={`/reviews/${over.reviewId}`}>
							{say("reviews.over.read")}
						</ButtonLink>
						<ButtonLink look="quiet" to="/reviews">
							{say("reviews.reviewed.back")}
						</ButtonLink>
					</>
				}
			>
				<p>{say("reviews.over.answered")}</p>
			</Notice>
		</>
	);
}
