import { readReviewed } from "@samenplan/contract/reviewed";
import { listReviews, readReviewFigures, readTeamReviewFigures } from "@samenplan/contract/reviews";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

/** The queue has no live stream of its own; half a minute is soon enough for a case that waits for days. */
export const queueQuery = queryOptions({
	queryKey: ["reviews"],
	queryFn: ({ signal }) => call(listReviews, { signal }),
	refetchInterval: 30_000,
});

export const reviewedQuery = (reviewId: string) =>
	queryOptions({
		queryKey: ["reviews", reviewId],
		queryFn: ({ signal }) => call(readReviewed, { params: { reviewId }, signal }),
	});

/** Of all scientists together, or of one's own team. */
export const figuresQuery = (of: "organisation" | "team") =>
	queryOptions({
		queryKey: ["review-figures", of],
		queryFn: ({ signal }) => call(of === "team" ? readTeamReviewFigures : readReviewFigures, { signal }),
		staleTime: 5 * 60_000,
	});
