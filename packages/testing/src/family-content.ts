import { type PlanContent, planContent } from "@samenplan/contract/plans";
import type { Row, Rows } from "./rows.ts";

/** The plan of one family as its rows tell it, in the shape that is put before people and frozen. */
export function contentOf(rows: Rows, familyId: string, name: string): PlanContent {
	const mine = (row: Row) => row.familyId === familyId;
	const involved = rows.of("involvement", (row) => mine(row));
	const persons = involved.flatMap((involvement) =>
		rows
			.of("person", (row) => row.id === involvement.personId)
			.map((person) => ({
				...{ familyName: "", bornOn: null, language: "nl", interpreter: false, easyText: false, pictures: false, readAloud: false },
				...{ largeLetters: false, reachAudience: "staff", version: 1, invitation: null },
				...person,
				// What everyone who must agree reads holds no addresses and numbers.
				...{ email: null, phone: null, reachNote: "" },
				involvementId: involvement.id,
				relation: involvement.relation,
				role: involvement.role ?? "",
				hasAccount: rows.of("account", (row) => row.personId === person.id).length > 0,
			})),
	);
	const households = rows
		.of("household", mine)
		.map((household) => ({ ...household, address: "", members: rows.of("household_member", (row) => row.householdId === household.id) }));
	const asks = rows.of("ask", mine).map((ask) => ({ ...ask, offers: rows.of("offer", (row) => row.askId === ask.id) }));
	const help = rows.of("help", mine).map((each) => ({
		...each,
		progress: rows
			.of("progress_note", (row) => row.helpId === each.id)
			.map((row) => ({ audience: "core", readers: [], adviceFitted: null, ...row })),
	}));
	// As the database fills in what a story does not say.
	const withReaders = (row: Row) => ({ audience: "core", readers: [], ...row });
	return planContent.parse({
		family: {
			id: familyId,
			name,
			version: 1,
			persons,
			households,
			kinships: rows.of("kinship", mine),
			authorities: rows.of("authority", mine),
		},
		plan: rows.of("plan", mine)[0],
		steps: rows.of("step", mine),
		views: rows.of("view", (row) => mine(row) && row.audience === "core").map(withReaders),
		loadCapacity: rows.of("load_capacity", mine).map(withReaders),
		inquiries: rows.of("inquiry", mine),
		analysisPoints: rows.of("analysis_point", mine),
		sharedWords: rows.of("shared_word", mine),
		goals: rows.of("goal", mine),
		actions: rows.of("action", mine),
		networkTies: rows.of("network_tie", mine).map(withReaders),
		asks,
		helpOptions: rows.of("help_option", mine),
		decisions: rows.of("decision", mine),
		help,
	});
}
