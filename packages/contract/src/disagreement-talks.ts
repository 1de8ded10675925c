import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { positionSubjects } from "./positions.ts";
import { created, day, familyParams, id, language, moment, someWords, version } from "./shapes.ts";

/** A talk about a disagreement: when, who took part, what was said, and whether we go on with the disagreement in sight (R3). */
export const disagreementTalk = z.object({
	id,
	subject: z.enum(positionSubjects),
	subjectId: id,
	/** The text that was talked about; of a plan version its number. A next text needs its own answers, and its own talk. */
	subjectVersion: z.number().int(),
	heldOn: day,
	tookPart: z.array(id),
	text: z.string(),
	proceeds: z.boolean(),
	writtenBy: id,
	language,
	createdAt: moment,
});
export type DisagreementTalk = z.infer<typeof disagreementTalk>;

/** A version of the plan takes effect as a whole: its talk is written down with `proceedWithVersion`. */
export const talkSubjects = ["goal", "shared_picture", "decision"] as const satisfies readonly (typeof positionSubjects)[number][];

export const recordDisagreementTalk = endpoint({
	method: "post",
	path: "/api/families/{familyId}/disagreement-talks",
	summary: "Write down a talk about something that not everyone agrees with, and whether we go on after it",
	right: "position.explain",
	params: familyParams,
	body: z.strictObject({
		subject: z.enum(talkSubjects),
		subjectId: id,
		/** The version that was talked about; another one is refused with the present text. */
		subjectVersion: version,
		heldOn: day,
		tookPart: z.array(id).min(1).max(50),
		/** What was said, and why we go on or wait. */
		text: someWords,
		proceeds: z.boolean(),
	}),
	response: created,
	status: 201,
	audit: { action: "create", object: "disagreement_talk" },
});
