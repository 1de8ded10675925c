import type { ComponentType } from "react";

/**
 * Every page of the web app: path, and the file that has it as its default export (`<noun>/pages/<page>.tsx`). Each is loaded when
 * it is first opened. Pages are behind the sign-in unless `open`. Everything about a family lives under `/families/:familyId`,
 * where the live stream keeps it up to date. Add a line under your noun.
 */
type PageRoute = {
	path: string;
	page: () => Promise<{ default: ComponentType }>;
	/** For everyone, without the frame of a shell. */
	open?: boolean;
};

export const routes: readonly PageRoute[] = [
	// accounts
	{ path: "/", page: () => import("./start-page.tsx") },
	{ path: "/sign-in", open: true, page: () => import("../accounts/pages/sign-in.tsx") },
	{ path: "/card", open: true, page: () => import("../accounts/pages/type-card.tsx") },
	{ path: "/card/:code", open: true, page: () => import("../accounts/pages/card.tsx") },
	{ path: "/password", open: true, page: () => import("../accounts/pages/password.tsx") },
	{ path: "/sign-in/return", open: true, page: () => import("../accounts/pages/sign-in-return.tsx") },
	{ path: "/welcome", page: () => import("../accounts/pages/next-time.tsx") },
	{ path: "/me/sign-in", page: () => import("../accounts/pages/my-sign-in.tsx") },
	{ path: "/accounts/single-sign-on", page: () => import("../accounts/pages/single-sign-on.tsx") },
	{ path: "/me/messages", page: () => import("../reminders/pages/my-messages.tsx") },
	{ path: "/organisation/days", page: () => import("../reminders/pages/organisation-days.tsx") },
	{ path: "/me", page: () => import("../accounts/pages/my-choices.tsx") },
	{ path: "/accounts", page: () => import("../accounts/pages/accounts.tsx") },
	{ path: "/recoveries", page: () => import("../recoveries/pages/recoveries.tsx") },
	{ path: "/demo/mail", open: true, page: () => import("../accounts/pages/demo-mail.tsx") },
	{ path: "/demo/clock", open: true, page: () => import("../accounts/pages/demo-clock.tsx") },
	// comments
	{ path: "/families/:familyId/questions", page: () => import("../comments/pages/questions.tsx") },
	// families and people
	{ path: "/families/new", page: () => import("../families/pages/new-family.tsx") },
	{ path: "/families/:familyId/people", page: () => import("../people/pages/people.tsx") },
	{ path: "/families/:familyId/people/new", page: () => import("../people/pages/person.tsx") },
	{ path: "/families/:familyId/people/:personId", page: () => import("../people/pages/person.tsx") },
	{ path: "/families/:familyId/people/:personId/card", page: () => import("../people/pages/invitation-card.tsx") },
	{ path: "/families/:familyId/consents", page: () => import("../consents/pages/consents.tsx") },
	{ path: "/families/:familyId/consents/new", page: () => import("../consents/pages/ask-consent.tsx") },
	{ path: "/families/:familyId/contacts", page: () => import("../contacts/pages/contacts.tsx") },
	// caseload
	{ path: "/caseload", page: () => import("../caseload/pages/caseload.tsx") },
	{ path: "/team", page: () => import("../caseload/pages/team.tsx") },
	// another coordinator
	{ path: "/families/:familyId/coordinator", page: () => import("../handovers/pages/coordinator.tsx") },
	{ path: "/handovers", page: () => import("../handovers/pages/my-handovers.tsx") },
	{ path: "/team/handover", page: () => import("../handovers/pages/team-handover.tsx") },
	// audience
	{ path: "/families/:familyId/as/:personId", page: () => import("../audience/pages/as-person.tsx") },
	// access
	{ path: "/who-may-what", page: () => import("../access/pages/who-may-what.tsx") },
	{ path: "/families/:familyId/who-may-what", page: () => import("../access/pages/who-may-what-here.tsx") },
	// audit
	{ path: "/families/:familyId/who-looked", page: () => import("../audit/pages/who-looked.tsx") },
	{ path: "/audit", page: () => import("../audit/pages/log.tsx") },
	// safeguards
	{ path: "/emergency", page: () => import("../safeguards/pages/break-glass.tsx") },
	{ path: "/emergencies", page: () => import("../safeguards/pages/emergencies.tsx") },
	{ path: "/families/:familyId/work-notes", page: () => import("../safeguards/pages/work-notes.tsx") },
	{ path: "/families/:familyId/safety", page: () => import("../safeguards/pages/safety.tsx") },
	// my data, requests
	{ path: "/families/:familyId/my-data", page: () => import("../my-data/pages/my-data.tsx") },
	{ path: "/families/:familyId/my-data/:requestId", page: () => import("../my-data/pages/my-file.tsx") },
	{ path: "/requests", page: () => import("../requests/pages/requests.tsx") },
	{ path: "/requests/:familyId/:requestId", page: () => import("../requests/pages/request.tsx") },
	{ path: "/requests/:familyId/:requestId/file", page: () => import("../requests/pages/request-file.tsx") },
	{ path: "/retention", page: () => import("../requests/pages/retention.tsx") },
	// plans
	{ path: "/families/:familyId", page: () => import("../plans/pages/family-start.tsx") },
	{ path: "/families/:familyId/our-plan", page: () => import("../plans/pages/our-plan.tsx") },
	{ path: "/families/:familyId/waiting", page: () => import("../plans/pages/waiting.tsx") },
	// steps
	{ path: "/families/:familyId/steps/clarify", page: () => import("../steps/clarify/pages/clarify.tsx") },
	{ path: "/families/:familyId/steps/clarify/:prompt", page: () => import("../steps/clarify/pages/clarify.tsx") },
	{ path: "/families/:familyId/steps/strengths", page: () => import("../steps/strengths/pages/strengths.tsx") },
	{ path: "/families/:familyId/steps/strengths/:theme/:kind", page: () => import("../steps/strengths/pages/strengths.tsx") },
	{ path: "/families/:familyId/steps/strengths/words", page: () => import("../steps/strengths/pages/words.tsx") },
	{ path: "/families/:familyId/steps/strengths/analysis", page: () => import("../steps/strengths/pages/analysis.tsx") },
	// goals, own network, help
	{ path: "/families/:familyId/steps/goals", page: () => import("../goals/pages/goals.tsx") },
	{ path: "/families/:familyId/goals/new", page: () => import("../goals/pages/new-goal.tsx") },
	{ path: "/families/:familyId/goals/:goalId", page: () => import("../goals/pages/goal.tsx") },
	{ path: "/families/:familyId/my-steps", page: () => import("../goals/pages/my-steps.tsx") },
	{ path: "/families/:familyId/steps/network", page: () => import("../network/pages/network.tsx") },
	{ path: "/families/:familyId/steps/help", page: () => import("../help/pages/help.tsx") },
	// versions, evaluations, reviews
	{ path: "/families/:familyId/versions", page: () => import("../plans/pages/versions.tsx") },
	{ path: "/families/:familyId/versions/compare", page: () => import("../plans/pages/compare-versions.tsx") },
	{ path: "/families/:familyId/versions/:planVersionId", page: () => import("../plans/pages/version.tsx") },
	{ path: "/families/:familyId/steps/evaluate", page: () => import("../evaluations/pages/look-back.tsx") },
	{ path: "/families/:familyId/steps/evaluate/goals/:goalId", page: () => import("../evaluations/pages/score-goal.tsx") },
	{ path: "/families/:familyId/steps/evaluate/cooperation/:statement", page: () => import("../evaluations/pages/answer-cooperation.tsx") },
	{ path: "/families/:familyId/steps/evaluate/table", page: () => import("../evaluations/pages/table.tsx") },
	{ path: "/families/:familyId/milestones", page: () => import("../milestones/pages/milestones.tsx") },
	{ path: "/reviews", page: () => import("../reviews/pages/queue.tsx") },
	{ path: "/reviews/:reviewId", page: () => import("../reviews/pages/reviewed.tsx") },
	{ path: "/families/:familyId/reviews", page: () => import("../reviews/pages/family-reviews.tsx") },
];
