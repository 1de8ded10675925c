import { z } from "zod";
import { endpoint } from "./endpoint.ts";
import { created, day, familyParams, id, language, moment, version, within, words } from "./shapes.ts";

/** What can happen in a child's life that brings the coordinator back (R10). */
export const milestoneKinds = [
	"day_care",
	"age_4",
	"age_12",
	"age_16",
	"age_18",
	"school_change",
	"move",
	"birth",
	"separation",
	"other",
] as const;
export type MilestoneKind = (typeof milestoneKinds)[number];
/** These follow from the date of birth: they show by themselves, and are written down only once they were talked about. */
export const ageMilestones = { age_4: 4, age_12: 12, age_16: 16, age_18: 18 } as const;
export type AgeMilestone = keyof typeof ageMilestones;

export const milestone = z.object({
	id,
	/** The child, or whoever it is about. */
	personId: id,
	kind: z.enum(milestoneKinds),
	onDay: day,
	text: z.string(),
	/** The day on which we talked about it. */
	doneOn: day.nullable(),
	writtenBy: id,
	language,
	version: z.number().int(),
	createdAt: moment,
});
export type Milestone = z.infer<typeof milestone>;

const said = { personId: id, kind: z.enum(milestoneKinds), onDay: day, text: words };

export const writeMilestone = endpoint({
	method: "post",
	path: "/api/families/{familyId}/milestones",
	summary: "Writes down something in a child's life that is coming, or that we talked about an age that was reached",
	right: "milestone.write",
	params: familyParams,
	body: z.strictObject({ ...said, doneOn: day.nullable().default(null) }),
	response: created,
	status: 201,
	audit: { action: "create", object: "milestone" },
});
export const editMilestone = endpoint({
	method: "put",
	path: "/api/families/{familyId}/milestones/{milestoneId}",
	summary: "Changes what was written about a milestone, or says that we talked about it",
	right: "milestone.write",
	params: within("milestoneId"),
	body: z.strictObject({ ...said, doneOn: day.nullable().default(null), version }),
	response: milestone,
	audit: { action: "update", object: "milestone" },
});
export const removeMilestone = endpoint({
	method: "delete",
	path: "/api/families/{familyId}/milestones/{milestoneId}",
	summary: "Takes a milestone away that does not come after all; its former text is kept",
	right: "milestone.write",
	params: within("milestoneId"),
	audit: { action: "delete", object: "milestone" },
});
