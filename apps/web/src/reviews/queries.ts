import { readReviewed } from "@samenplan/contract/reviewed";
import { listReviews, readReviewFigures, readTeamReviewFigures } from "@samenplan/contract/reviews";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

/** Kept up to date by `useLiveReviews`; asked again now and then too, for a screen that cannot listen. */
export const queueQuery = queryOptions({
	queryKey: ["reviews"],
	queryFn: ({ signal }) => call(listReviews, { signal }),
	refetchInterval: 5 * 60_000,
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
