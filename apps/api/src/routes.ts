import { accountRoutes } from "./accounts/account.routes.ts";
import { ageTaskRoutes } from "./age-tasks/age-task.routes.ts";
import { analysisRoutes } from "./analysis/analysis.routes.ts";
import { audienceRoutes } from "./audience/audience.routes.ts";
import { auditRoutes } from "./audit/audit.routes.ts";
import { caseloadRoutes } from "./caseload/caseload.routes.ts";
import { commentRoutes } from "./comments/comment.routes.ts";
import { consentRoutes } from "./consents/consent.routes.ts";
import { contactRoutes } from "./contacts/contact.routes.ts";
import { crisisActRoutes } from "./crisis-acts/crisis-act.routes.ts";
import { demoRoutes } from "./demo/demo.routes.ts";
import { disagreementTalkRoutes } from "./disagreement-talks/disagreement-talk.routes.ts";
import { draftRoutes } from "./drafts/draft.routes.ts";
import { emergencyRoutes } from "./emergencies/emergency.routes.ts";
import { employeeRoutes } from "./employees/employee.routes.ts";
import { evaluationRoutes } from "./evaluations/evaluation.routes.ts";
import { familyRoutes } from "./families/family.routes.ts";
import { goalRoutes } from "./goals/goal.routes.ts";
import { handoverRoutes } from "./handovers/handover.routes.ts";
import { helpRoutes } from "./help/help.routes.ts";
import type { Route } from "./http/route.ts";
import { involvementRoutes } from "./involvements/involvement.routes.ts";
import { milestoneRoutes } from "./milestones/milestone.routes.ts";
import { myDataRoutes } from "./my-data/my-data.routes.ts";
import { networkRoutes } from "./network/network.routes.ts";
import { personRoutes } from "./people/person.routes.ts";
import { planRoutes } from "./plans/plan.routes.ts";
import { versionRoutes } from "./plans/version.routes.ts";
import { positionRoutes } from "./positions/position.routes.ts";
import { recoveryRoutes } from "./recoveries/recovery.routes.ts";
import { reminderRoutes } from "./reminders/reminder.routes.ts";
import { requestRoutes } from "./requests/request.routes.ts";
import { retentionRoutes } from "./retention/retention.routes.ts";
import { reviewRoutes } from "./reviews/review.routes.ts";
import { safetyRoutes } from "./safety/safety.routes.ts";
import { secondFactorRoutes } from "./second-factors/second-factor.routes.ts";
import { sessionRoutes } from "./sessions/session.routes.ts";
import { shareRoutes } from "./shares/share.routes.ts";
import { shieldRoutes } from "./shields/shield.routes.ts";
import { singleSignOnRoutes } from "./single-sign-on/single-sign-on.routes.ts";
import { statementRoutes } from "./statements/statement.routes.ts";
import { stepRoutes } from "./steps/step.routes.ts";
import { workNoteRoutes } from "./work-notes/work-note.routes.ts";

/** Every route of the API, noun by noun. */
export const routes: Route[] = [
	...accountRoutes,
	...familyRoutes,
	...personRoutes,
	...recoveryRoutes,
	...planRoutes,
	...reviewRoutes,
	...versionRoutes,
	...evaluationRoutes,
	...stepRoutes,
	...goalRoutes,
	...positionRoutes,
	...disagreementTalkRoutes,
	...networkRoutes,
	...helpRoutes,
	...commentRoutes,
	...caseloadRoutes,
	...reminderRoutes,
	...auditRoutes,
	...audienceRoutes,
	...shieldRoutes,
	...consentRoutes,
	...shareRoutes,
	...involvementRoutes,
	...ageTaskRoutes,
	...emergencyRoutes,
	...handoverRoutes,
	...draftRoutes,
	...contactRoutes,
	...milestoneRoutes,
	...analysisRoutes,
	...crisisActRoutes,
	...workNoteRoutes,
	...safetyRoutes,
	...requestRoutes,
	...statementRoutes,
	...retentionRoutes,
	...myDataRoutes,
	...sessionRoutes,
	...secondFactorRoutes,
	...singleSignOnRoutes,
	...employeeRoutes,
];

/** Only in demo mode. */
export const onlyInDemo: Route[] = demoRoutes;
