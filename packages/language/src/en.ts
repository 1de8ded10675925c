import { access } from "./messages/en/access.ts";
import { accounts } from "./messages/en/accounts.ts";
import { advice } from "./messages/en/advice.ts";
import { audience } from "./messages/en/audience.ts";
import { audit } from "./messages/en/audit.ts";
import { clarify } from "./messages/en/clarify.ts";
import { coach } from "./messages/en/coach.ts";
import { comments } from "./messages/en/comments.ts";
import { consent } from "./messages/en/consent.ts";
import { contacts } from "./messages/en/contacts.ts";
import { evaluate } from "./messages/en/evaluate.ts";
import { families } from "./messages/en/families.ts";
import { goals } from "./messages/en/goals.ts";
import { help } from "./messages/en/help.ts";
import { meetings } from "./messages/en/meetings.ts";
import { method } from "./messages/en/method.ts";
import { milestones } from "./messages/en/milestones.ts";
import { myData } from "./messages/en/my-data.ts";
import { network } from "./messages/en/network.ts";
import { people } from "./messages/en/people.ts";
import { plans } from "./messages/en/plans.ts";
import { positions } from "./messages/en/positions.ts";
import { problems } from "./messages/en/problems.ts";
import { recoveries } from "./messages/en/recoveries.ts";
import { reminders } from "./messages/en/reminders.ts";
import { safeguards } from "./messages/en/safeguards.ts";
import { shell } from "./messages/en/shell.ts";
import { signIn } from "./messages/en/sign-in.ts";
import { steps } from "./messages/en/steps.ts";
import { strengths } from "./messages/en/strengths.ts";
import { terms } from "./messages/en/terms.ts";
import { ui } from "./messages/en/ui.ts";
import { versions } from "./messages/en/versions.ts";

/** What everyone may see; the words of a family. Held to plain language by a test. */
export const en = {
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
