import { answerComment, type Comment, type CommentAbout, writeComment } from "@samenplan/contract/comments";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import type { Choice } from "../audience/queries.ts";
import { call, withIdempotencyKey } from "../lib/api.ts";
import { useFamilyId, usePlan } from "../plans/queries.ts";

/** A question or comment, with what was said under it. */
export type Thread = { comment: Comment; answers: Comment[]; open: boolean };

/** What is said about one thing; everything of the family when `about` is left out. Oldest first. */
export function useThreads(about?: CommentAbout, aboutId?: string | null): Thread[] {
	const { comments } = usePlan();
	return comments
		.filter(
			(one) => one.answersId === null && (about === undefined || (one.about === about && (about === "plan" || one.aboutId === aboutId))),
		)
		.map((comment) => ({
			comment,
			answers: comments.filter((one) => one.answersId === comment.id),
			open: comment.kind === "question" && comment.answeredAt === null,
		}));
}

export type Words = Choice & {
	kind: "comment" | "question";
	about: CommentAbout;
	aboutId: string | null;
	toTeam: boolean;
	text: string;
};

/** Sends words and answers; the same words sent again after a lost connection are said once. Everything of the family is read anew. */
export function useSay() {
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const attempt = useRef<{ said: string; key: string }>(undefined);

	async function once<T>(said: unknown, send: () => Promise<T>): Promise<T> {
		const words = JSON.stringify(said);
		if (attempt.current?.said !== words) attempt.current = { said: words, key: crypto.randomUUID() };
		const result = await withIdempotencyKey(attempt.current.key, send);
		attempt.current = undefined;
		await queries.invalidateQueries({ queryKey: ["families", familyId] });
		return result;
	}
	return {
		say: (words: Words) => once(words, () => call(writeComment, { params: { familyId }, body: words })),
		answer: (commentId: string, text: string) =>
			once({ commentId, text }, () => call(answerComment, { params: { familyId, commentId }, body: { text } })),
	};
}
