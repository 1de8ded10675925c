import { readLastLook as readLastLookContract, readReviewed as readReviewedContract } from "@samenplan/contract/reviewed";
import * as reviews from "@samenplan/contract/reviews";
import { type Route, route, streamRoute } from "../http/route.ts";
import { adviseReview, markAsRead } from "./advise-review.ts";
import { answerAdvice } from "./answer-advice.ts";
import { askReview, withdrawReview } from "./ask-review.ts";
import { readLastLook } from "./last-look.ts";
import { readReviewFigures, readTeamReviewFigures } from "./review-figures.ts";
import { listReviews, readReviewed, takeReview } from "./review-queue.ts";

export const reviewRoutes: Route[] = [
	route(reviews.askReview, askReview),
	route(reviews.withdrawReview, withdrawReview),
	route(reviews.adviseReview, adviseReview),
	route(reviews.answerReview, answerAdvice),
	route(reviews.listReviews, listReviews),
	streamRoute(reviews.openReviewsLive, "reviews"),
	route(reviews.takeReview, takeReview),
	route(readReviewedContract, readReviewed),
	route(reviews.lookReview, markAsRead),
	route(readLastLookContract, readLastLook),
	route(reviews.readReviewFigures, readReviewFigures),
	route(reviews.readTeamReviewFigures, readTeamReviewFigures),
];
