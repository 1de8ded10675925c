import type { Audience } from "@samenplan/access/audiences";
import type { answerComment as contract } from "@samenplan/contract/comments";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import { tellReaders } from "../audience/texts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { notFound } from "../http/problems.ts";

/**
 * The words go under what they answer, for the same readers. A question of the family is answered when its coordinator writes; a
 * question of a professional, or one kept within the family, when somebody else than the asker does.
 */
const answer = `with asked as (
		select c.*, p.staff from comment c join person p on p.id = c.written_by
		where c.id = (select coalesce(answers_id, id) from comment where id = $3 and family_id = $2) and c.family_id = $2
	), settled as (
		update comment q set answered_at = $8 from asked
		where q.id = asked.id and asked.kind = 'question' and asked.answered_at is null and asked.written_by <> $6
			and ($7 or asked.staff or asked.audience in ('family', 'named'))
	)
	insert into comment (id, family_id, plan_id, kind, about, about_id, to_team, answers_id, text, language, audience, readers, consent_id,
		written_by, created_at)
	select $1, $2, a.plan_id, 'answer', a.about, a.about_id, false, a.id, $4, $5::language, a.audience,
		case a.audience when 'named' then array_remove(a.readers || a.written_by, $6) else '{}' end, a.consent_id, $6, $8 from asked a
	returning id, audience::text`;

/** Answers a question or reacts to a comment; an answer to an answer goes under the same question. */
export async function answerComment(tx: ActorTx, { params, body }: EndpointParsed<typeof contract>): Promise<{ id: string }> {
	const [row] = await tx.sql<{ id: string; audience: Audience }>({
		name: "comment_answer",
		text: answer,
		values: [
			tx.newId,
			tx.familyId,
			params.commentId,
			body.text,
			body.language ?? tx.actor.language,
			tx.actor.personId,
			tx.grant("comment.answer") === "yes",
			tx.now,
		],
	});
	if (!row) throw notFound();
	tellReaders(tx, row.audience);
	return { id: row.id };
}
