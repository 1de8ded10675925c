import { accessWork } from "./messages/en/access.work.ts";
import { accountsWork } from "./messages/en/accounts.work.ts";
import { audienceWork } from "./messages/en/audience.work.ts";
import { auditWork } from "./messages/en/audit.work.ts";
import { caseload } from "./messages/en/caseload.ts";
import { clarifyWork } from "./messages/en/clarify.work.ts";
import { commentsWork } from "./messages/en/comments.work.ts";
import { consentWork } from "./messages/en/consent.work.ts";
import { contactsWork } from "./messages/en/contacts.work.ts";
import { demo } from "./messages/en/demo.ts";
import { evaluateWork } from "./messages/en/evaluate.work.ts";
import { familiesWork } from "./messages/en/families.work.ts";
import { goalsWork } from "./messages/en/goals.work.ts";
import { handoversWork } from "./messages/en/handovers.work.ts";
import { helpWork } from "./messages/en/help.work.ts";
import { networkWork } from "./messages/en/network.work.ts";
import { organisations } from "./messages/en/organisations.ts";
import { peopleWork } from "./messages/en/people.work.ts";
import { plansWork } from "./messages/en/plans.work.ts";
import { positionsWork } from "./messages/en/positions.work.ts";
import { recoveriesWork } from "./messages/en/recoveries.work.ts";
import { requestsWork } from "./messages/en/requests.work.ts";
import { reviews } from "./messages/en/reviews.ts";
import { safeguardsWork } from "./messages/en/safeguards.work.ts";
import { signInWork } from "./messages/en/sign-in.work.ts";
import { strengthsWork } from "./messages/en/strengths.work.ts";
import { termsWork } from "./messages/en/terms.work.ts";
import { versionsWork } from "./messages/en/versions.work.ts";

/** Only for the professional's side and the demo pages; loaded apart. */
export const enWork = {
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
