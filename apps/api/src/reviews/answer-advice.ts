import { dayInAmsterdam } from "@samenplan/access/age";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { answerReview as contract } from "@samenplan/contract/reviews";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { assertVersion, found, HttpProblem, moveNotPossible, notFound } from "../http/problems.ts";
import { presentReview } from "./present-review.ts";

type Body = EndpointParsed<typeof contract>["body"];

/**
 * What the coordinator does with the advice, in short and per step: followed, or not followed because, after hearing the family
 * about it (R6). Everything is answered at once, so that the family never reads half an answer. With it the scientist's relation to
 * the family ends; what was reviewed stays theirs to read.
 */
export async function answerAdvice(tx: ActorTx, { params, body }: EndpointParsed<typeof contract>): Promise<undefined> {
	const where = { id: params.reviewId, familyId: tx.familyId };
	const review = found(await tx.db.review.findFirst({ where }));
	const perStep = await tx.db.reviewAdvice.findMany({
		where: { reviewId: review.id, familyId: tx.familyId },
		select: { id: true },
		orderBy: { step: "asc" },
	});
	if (body.steps.some(({ adviceId }) => !perStep.some(({ id }) => id === adviceId))) throw notFound();
	if (review.state !== "advised" || !review.advisedAt)
		throw moveNotPossible([], [review.state === "answered" ? "advice-was-answered" : "advice-not-given"]);
	assertDay(body.heardFamilyOn, "heardFamilyOn", { from: dayInAmsterdam(review.advisedAt), until: tx.today });
	assertVersion(presentReview(review), body.version);
	assertAllAnswered(body, perStep);
	const { count } = await tx.db.review.updateMany({
		where: { ...where, version: body.version, state: "advised" },
		data: {
			state: "answered",
			answer: body.answer,
			because: body.because,
			heardFamilyOn: dayColumn(body.heardFamilyOn),
			answeredAt: tx.now,
			version: { increment: 1 },
		},
	});
	if (count === 0) throw new HttpProblem("conflict", { current: presentReview(found(await tx.db.review.findFirst({ where }))) });
	for (const { adviceId, answer, because } of body.steps)
		await tx.db.reviewAdvice.updateMany({
			where: { id: adviceId, reviewId: review.id, familyId: tx.familyId },
			data: { answer, because, answeredBy: tx.actor.personId, answeredAt: tx.now, version: { increment: 1 } },
		});
	return undefined;
}

/** Every advice about a step has one answer, and whoever does not follow an advice says why. */
function assertAllAnswered({ answer, because, steps }: Body, advices: readonly { id: string }[]): void {
	const needed = (path: string) => ({ path, code: "required" as const });
	const errors = [
		...(answer === "not_followed" && because === "" ? [needed("because")] : []),
		...advices.flatMap(({ id }) => {
			const given = steps.find(({ adviceId }) => adviceId === id);
			if (!given) return [needed(`steps.${id}.answer`)];
			return given.answer === "not_followed" && given.because === "" ? [needed(`steps.${id}.because`)] : [];
		}),
	];
	if (errors.length > 0) throw new HttpProblem("invalid-input", { errors });
	if (steps.length !== advices.length) throw new HttpProblem("invalid-input", { errors: [{ path: "steps", code: "invalid" }] });
}
