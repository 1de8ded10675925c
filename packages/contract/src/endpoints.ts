import * as accounts from "./accounts.ts";
import * as ageTasks from "./age-tasks.ts";
import * as analysis from "./analysis.ts";
import * as audience from "./audience.ts";
import * as audit from "./audit.ts";
import * as auditLog from "./audit-log.ts";
import * as caseload from "./caseload.ts";
import * as comments from "./comments.ts";
import * as consents from "./consents.ts";
import * as contacts from "./contacts.ts";
import * as crisisActs from "./crisis-acts.ts";
import * as demo from "./demo.ts";
import * as disagreementTalks from "./disagreement-talks.ts";
import * as drafts from "./drafts.ts";
import * as emergencies from "./emergencies.ts";
import * as employees from "./employees.ts";
import type { Endpoint } from "./endpoint.ts";
import * as evaluations from "./evaluations.ts";
import * as families from "./families.ts";
import * as goals from "./goals.ts";
import * as handovers from "./handovers.ts";
import * as help from "./help.ts";
import * as involvements from "./involvements.ts";
import * as milestones from "./milestones.ts";
import * as myData from "./my-data.ts";
import * as network from "./network.ts";
import * as people from "./people.ts";
import * as plans from "./plans.ts";
import * as positions from "./positions.ts";
import * as recoveries from "./recoveries.ts";
import * as reminders from "./reminders.ts";
import * as requests from "./requests.ts";
import * as retention from "./retention.ts";
import * as reviewed from "./reviewed.ts";
import * as reviews from "./reviews.ts";
import * as safety from "./safety.ts";
import * as secondFactors from "./second-factors.ts";
import * as sessions from "./sessions.ts";
import * as shares from "./shares.ts";
import * as shields from "./shields.ts";
import * as singleSignOn from "./single-sign-on.ts";
import * as statements from "./statements.ts";
import * as steps from "./steps.ts";
import * as takingOver from "./taking-over.ts";
import * as workNotes from "./work-notes.ts";

const nouns: Record<string, unknown>[] = [
	accounts,
	families,
	people,
	plans,
	steps,
	goals,
	positions,
	disagreementTalks,
	network,
	help,
	evaluations,
	reviews,
	reviewed,
	comments,
	caseload,
	reminders,
	audit,
	consents,
	shares,
	shields,
	audience,
	involvements,
	ageTasks,
	emergencies,
	handovers,
	takingOver,
	drafts,
	contacts,
	milestones,
	analysis,
	crisisActs,
	workNotes,
	safety,
	requests,
	statements,
	retention,
	myData,
	sessions,
	secondFactors,
	singleSignOn,
	employees,
	recoveries,
	auditLog,
	demo,
];

/** The endpoint table: every endpoint of every noun. Tests compare it with the handlers and walk it for access. */
export const endpoints: readonly Endpoint[] = nouns.flatMap((noun) => Object.values(noun).filter(isEndpoint));

function isEndpoint(value: unknown): value is Endpoint {
	return typeof value === "object" && value !== null && "method" in value && "path" in value && "right" in value;
}
