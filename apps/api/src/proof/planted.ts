import type { PlanContent } from "@samenplan/contract/plans";
import { sharedContent } from "@samenplan/plan-rules/shared-content";
import { plantRows } from "@samenplan/testing/planted-rows";
import type { World } from "@samenplan/testing/world";
import pg from "pg";
import { readPlanContent } from "../plans/read-plan.ts";
import type { Cast } from "./cast.ts";
import { doWithWhatIsShared, letConsentStand, shareAcross, shareInEveryWay, shareInVain } from "./planted-shares.ts";

/** Whose rows are planted: one of each relation, and some who stand elsewhere. */
const whose = [
	"parent with authority",
	"the other parent with authority",
	"coordinator",
	"young person of 13",
	"network member",
	"other professional",
	"parent without authority",
	"scientist with an open review",
	"broke the glass",
	"team lead",
	"privacy officer with an open request",
	"parent of another family",
	"coordinator of another family",
	"network member of another family, from within another one",
];
/** What keeps its former texts; those planted get one. */
const keepsFormer = ["plan", "view", "goal", "household", "safety_track", "evaluation_score"];

/** Rows of every kind in the first family of the cast, and those that only one rule notices. */
export async function plantForMatrix(ownerUrl: string, world: World, cast: Cast): Promise<void> {
	const people = whose.map((name) => cast.anyNamed(name).person?.personId as string);
	await plantRows(ownerUrl, cast.family, people);
	const owner = new pg.Client({ connectionString: ownerUrl });
	await owner.connect();
	try {
		const { familyId } = cast.family;
		for (const table of keepsFormer) await owner.query(`update "${table}" set version = version + 1 where family_id = $1`, [familyId]);
		await letConsentStand(owner, familyId);
		await refuseForOthers(owner, familyId, await shareInVain(owner, world, cast), people);
		await answerForOthers(owner, familyId, people);
		await writeDownForChildren(owner, familyId);
		await shareAcross(owner, world, cast);
		await shareInEveryWay(owner, cast);
		await doWithWhatIsShared(owner, cast);
		// Who recorded that somebody is not to find another is mostly neither of them.
		for (const [place, person] of people.entries())
			await owner.query("update shield set recorded_by = $3 where family_id = $1 and person_id = $2 and ended_at is null", [
				familyId,
				person,
				people[(place + 2) % people.length],
			]);
		await plantLog(owner, cast);
	} finally {
		await owner.end();
	}
}

/** Answers that one person wrote for another: as they recorded it, and just so. */
async function refuseForOthers(owner: pg.Client, familyId: string, consentId: string, people: readonly string[]): Promise<void> {
	for (const [place, writer] of people.entries())
		for (const recorded of [true, false])
			await owner.query(
				`insert into consent_answer (id, family_id, consent_id, person_id, answer, written_by, recorded)
				values (gen_random_uuid(), $1, $2, $3, 'refused', $4, $5)`,
				[familyId, consentId, people[(place + 1) % people.length], writer, recorded],
			);
}

/** Positions, scores, answers and whether advice fitted, that one person wrote for another: as they recorded it, and just so; and what somebody left unsigned. */
async function answerForOthers(owner: pg.Client, familyId: string, people: readonly string[]): Promise<void> {
	for (const [place, writer] of people.entries())
		for (const [turn, recorded] of [true, false].entries()) {
			const of = [familyId, people[(place + 1) % people.length], writer, recorded];
			await owner.query(
				`insert into position (id, family_id, subject, subject_id, subject_version, person_id, answer, written_by, recorded)
				select gen_random_uuid(), $1, 'goal', id, 1, $2, 'agree', $3, $4 from goal where family_id = $1 order by id limit 1`,
				of,
			);
			// Of each a free place: one person scores one goal once.
			await owner.query(
				`insert into evaluation_score (family_id, evaluation_id, goal_id, person_id, score, written_by, recorded)
				select $1, e.id, g.id, $2, 1, $3, $4 from evaluation e, goal g where e.family_id = $1 and g.family_id = $1
					and not exists (select 1 from evaluation_score s where s.evaluation_id = e.id and s.goal_id = g.id and s.person_id = $2)
				order by e.id, g.id limit 1`,
				of,
			);
			await owner.query(
				`insert into view (id, family_id, plan_id, person_id, subject, text, written_by, recorded)
				select gen_random_uuid(), $1, id, $2, 'wish', '', $3, $4 from plan where family_id = $1 order by id limit 1`,
				of,
			);
			await owner.query(
				`insert into advice_check (id, family_id, help_id, person_id, fitted, written_by, recorded)
				select gen_random_uuid(), $1, id, $2, 'fitted', $3, $4 from help where family_id = $1 order by id limit 1`,
				of,
			);
			for (const [half, signed] of [writer, null].entries())
				await owner.query(
					`insert into cooperation_answer (family_id, evaluation_id, person_id, statement, score, written_by, recorded)
					select $1, id, $2, $5, 3, $3, $4 from evaluation where family_id = $1 order by id desc limit 1 on conflict do nothing`,
					[of[0], signed === null ? writer : of[1], signed, recorded, 9 + turn * 2 + half],
				);
		}
}

/** What each child said, as each parent with authority wrote it down, and as they should have said that they did. */
async function writeDownForChildren(owner: pg.Client, familyId: string): Promise<void> {
	for (const recorded of [true, false])
		await owner.query(
			`insert into view (id, family_id, plan_id, person_id, subject, text, written_by, recorded)
			select gen_random_uuid(), $1, p.id, a.child_id, 'wish', '', a.parent_id, $2
			from authority a cross join (select id from plan where family_id = $1 order by id limit 1) p where a.family_id = $1`,
			[familyId, recorded],
		);
}

/** Of everything the log tells apart, an entry. */
async function plantLog(owner: pg.Client, cast: Cast): Promise<void> {
	const { familyId } = cast.family;
	const log = (object: string, objectId: string | null, ground: string, person: string | null = null) =>
		owner.query("select app.audit('proof', 'read', 'success', null, $1, 'coordinator', $2, $3, $4, $5, null, null, 'api')", [
			person,
			object,
			objectId,
			familyId,
			ground,
		]);
	for (const object of ["plan", "work_note", "safety_list", "emergency", "emergency_search"]) await log(object, null, "relation");
	await owner.query("select set_config('app.now', now()::text, false)");
	const { rows: tracks } = await owner.query<{ id: string }>("select id from safety_track where family_id = $1 order by id limit 2", [
		familyId,
	]);
	await owner.query(
		"update safety_track set shielded = false, unshielded_because = 'besproken', unshielded_by = opened_by, unshielded_at = now() where id = $1",
		[tracks[0]?.id],
	);
	for (const { id } of tracks) await log("safety_track", id, "relation");
	const { rows: opened } = await owner.query<{ person_id: string }>(
		"select distinct person_id from emergency_access where family_id = $1",
		[familyId],
	);
	for (const { person_id } of opened) await log("goal", null, "emergency", person_id);
}

/** What was put before people holds the plan as it stands, taken in the way in which a version is put. */
export async function fillVersions(owner: pg.Client, familyId: string): Promise<void> {
	const sql = async <Row>({ text, values }: { text: string; values?: unknown[] }) => (await owner.query(text, values)).rows as Row[];
	const content = sharedContent(JSON.parse(await readPlanContent({ sql, familyId })) as PlanContent);
	// What was put never changes; these were planted without anything in them.
	await owner.query("alter table plan_version disable trigger user");
	await owner.query("update plan_version set content = $2 where family_id = $1", [familyId, content]);
	await owner.query("alter table plan_version enable trigger user");
}
