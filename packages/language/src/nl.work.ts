import { accessWork } from "./messages/nl/access.work.ts";
import { accountsWork } from "./messages/nl/accounts.work.ts";
import { audienceWork } from "./messages/nl/audience.work.ts";
import { auditWork } from "./messages/nl/audit.work.ts";
import { caseload } from "./messages/nl/caseload.ts";
import { clarifyWork } from "./messages/nl/clarify.work.ts";
import { commentsWork } from "./messages/nl/comments.work.ts";
import { consentWork } from "./messages/nl/consent.work.ts";
import { contactsWork } from "./messages/nl/contacts.work.ts";
import { demo } from "./messages/nl/demo.ts";
import { evaluateWork } from "./messages/nl/evaluate.work.ts";
import { familiesWork } from "./messages/nl/families.work.ts";
import { goalsWork } from "./messages/nl/goals.work.ts";
import { handoversWork } from "./messages/nl/handovers.work.ts";
import { helpWork } from "./messages/nl/help.work.ts";
import { networkWork } from "./messages/nl/network.work.ts";
import { organisations } from "./messages/nl/organisations.ts";
import { peopleWork } from "./messages/nl/people.work.ts";
import { plansWork } from "./messages/nl/plans.work.ts";
import { positionsWork } from "./messages/nl/positions.work.ts";
import { recoveriesWork } from "./messages/nl/recoveries.work.ts";
import { requestsWork } from "./messages/nl/requests.work.ts";
import { reviews } from "./messages/nl/reviews.ts";
import { safeguardsWork } from "./messages/nl/safeguards.work.ts";
import { signInWork } from "./messages/nl/sign-in.work.ts";
import { strengthsWork } from "./messages/nl/strengths.work.ts";
import { termsWork } from "./messages/nl/terms.work.ts";
import { versionsWork } from "./messages/nl/versions.work.ts";

/** Only for the professional's side and the demo pages; loaded apart. */
export const nlWork = {
	...termsWork,
	...demo,
	...caseload,
	...reviews,
	...handoversWork,
	...organisations,
	...accountsWork,
	...signInWork,
	...auditWork,
	...familiesWork,
	...peopleWork,
	...clarifyWork,
	...contactsWork,
	...strengthsWork,
	...goalsWork,
	...positionsWork,
	...networkWork,
	...helpWork,
	...evaluateWork,
	...plansWork,
	...versionsWork,
	...commentsWork,
	...safeguardsWork,
	...recoveriesWork,
	...requestsWork,
	...consentWork,
	...audienceWork,
	...accessWork,
};
