import { z } from "zod";
import { consent } from "./consents.ts";
import { actionStates, goalStates, repeats } from "./goals.ts";
import { helpStates } from "./help.ts";
import { askStates } from "./network.ts";
import { day, id, moment } from "./shapes.ts";

/** What somebody outside the plan reads of it: their own small steps, and what was shared with them by name. */

const remark = z.object({ id, text: z.string(), name: z.string(), createdAt: moment, mine: z.boolean() });

/** Who shared it, and until when they may read it. */
const sharing = { sharedBy: z.string(), sharedAt: moment, untilOn: day.nullable() };

export const ownGoal = z.object({
	id,
	text: z.string(),
	/** Five texts from much less than hoped to much more; empty while not yet described. Nobody's scores are among it. */
	levels: z.array(z.string()),
	state: z.enum(goalStates),
	remarks: z.array(remark),
	...sharing,
});
export const ownHelp = z.object({
	id,
	what: z.string(),
	provider: z.string(),
	startsOn: day,
	endsOn: day,
	evaluationOn: day,
	state: z.enum(helpStates),
	remarks: z.array(remark),
	notes: z.array(remark),
	...sharing,
});
export const ownAsk = z.object({
	id,
	text: z.string(),
	whenText: z.string(),
	state: z.enum(askStates),
	/** What I said I would do. */
	offer: z.string().nullable(),
	...sharing,
});
export const ownVersion = z.object({
	id,
	number: z.number().int(),
	putAt: moment,
	goals: z.array(z.string()),
	help: z.array(z.object({ what: z.string(), provider: z.string() })),
	...sharing,
});
export const ownStep = z.object({
	id,
	goalId: id.nullable(),
	text: z.string(),
	dueOn: day.nullable(),
	repeats: z.enum(repeats),
	state: z.enum(actionStates),
	note: z.string(),
});

export const ownPart = z.object({
	goals: z.array(ownGoal),
	help: z.array(ownHelp),
	asks: z.array(ownAsk),
	versions: z.array(ownVersion),
	steps: z.array(ownStep),
	/** Texts for everyone involved, or for the reader by name, that are not about something above. */
	texts: z.array(remark),
	/** Who else helps, by name alone: what they are to whom is the family's own; for other professionals. */
	circle: z.array(z.object({ id, name: z.string() })),
	/** Consents about the reader, who decides about them. */
	consents: z.array(consent),
	/** What the reader may do here. */
	may: z.object({ comment: z.boolean(), noteProgress: z.boolean(), offer: z.boolean() }),
	/** The last day on which the reader is involved, when that was agreed. */
	endsOn: day.nullable(),
});
export type OwnPart = z.infer<typeof ownPart>;
