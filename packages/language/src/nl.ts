import { access } from "./messages/nl/access.ts";
import { accounts } from "./messages/nl/accounts.ts";
import { advice } from "./messages/nl/advice.ts";
import { audience } from "./messages/nl/audience.ts";
import { audit } from "./messages/nl/audit.ts";
import { clarify } from "./messages/nl/clarify.ts";
import { coach } from "./messages/nl/coach.ts";
import { comments } from "./messages/nl/comments.ts";
import { consent } from "./messages/nl/consent.ts";
import { contacts } from "./messages/nl/contacts.ts";
import { evaluate } from "./messages/nl/evaluate.ts";
import { families } from "./messages/nl/families.ts";
import { goals } from "./messages/nl/goals.ts";
import { help } from "./messages/nl/help.ts";
import { meetings } from "./messages/nl/meetings.ts";
import { method } from "./messages/nl/method.ts";
import { milestones } from "./messages/nl/milestones.ts";
import { myData } from "./messages/nl/my-data.ts";
import { network } from "./messages/nl/network.ts";
import { people } from "./messages/nl/people.ts";
import { plans } from "./messages/nl/plans.ts";
import { positions } from "./messages/nl/positions.ts";
import { problems } from "./messages/nl/problems.ts";
import { recoveries } from "./messages/nl/recoveries.ts";
import { reminders } from "./messages/nl/reminders.ts";
import { safeguards } from "./messages/nl/safeguards.ts";
import { shell } from "./messages/nl/shell.ts";
import { signIn } from "./messages/nl/sign-in.ts";
import { steps } from "./messages/nl/steps.ts";
import { strengths } from "./messages/nl/strengths.ts";
import { terms } from "./messages/nl/terms.ts";
import { ui } from "./messages/nl/ui.ts";
import { versions } from "./messages/nl/versions.ts";

/** What everyone may see; the words of a family. Held to plain language by a test. */
export const nl = {
	...terms,
	...ui,
	...steps,
	...problems,
	...shell,
	...accounts,
	...signIn,
	...families,
	...people,
	...clarify,
	...contacts,
	...strengths,
	...goals,
	...network,
	...help,
	...evaluate,
	...milestones,
	...method,
	...plans,
	...advice,
	...coach,
	...versions,
	...positions,
	...comments,
	...meetings,
	...audience,
	...access,
	...audit,
	...recoveries,
	...reminders,
	...safeguards,
	...consent,
	...myData,
};
