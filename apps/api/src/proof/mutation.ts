import type { Authority } from "@samenplan/access/age";
import { whoMustConsent } from "@samenplan/access/consent";
import type pg from "pg";
import type { Cast } from "./cast.ts";
import { withoutEachClause } from "./clauses.ts";
import type { Edge } from "./planted-edges.ts";
import { type GrantedRecoveries, usesUpOtherwise } from "./recovery-used-up.ts";
import type { OpenSqlMatrix } from "./sql-matrix.ts";
import type { Deed } from "./try-rows.ts";

/** One rule of the database left out: what to run to leave it out, and to put it back. */
export type Mutant = { name: string; apply: string; undo: string; caught: (database: Bench) => Promise<boolean> };
export type Bench = {
	owner: pg.Client;
	app: pg.Client;
	cast: Cast;
	matrix: OpenSqlMatrix;
	familyTables: ReadonlySet<string>;
	edges: readonly Edge[];
	granted: GrantedRecoveries;
};

type Policy = { table: string; name: string; qual: string | null; with_check: string | null; permissive: string; cmd: string };

/** Every clause of every row-level policy of the API's role on tables with family data, left out one at a time. */
export async function policyMutants({ owner, familyTables }: Bench): Promise<Mutant[]> {
	const { rows } = await owner.query<Policy>(`select tablename as table, policyname as name, qual, with_check, permissive, cmd
		from pg_policies where schemaname = 'public' and 'samenplan_app' = any (roles) order by 1, 2`);
	return rows
		.filter(({ table }) => familyTables.has(table))
		.flatMap((policy) => {
			const on = `alter policy "${policy.name}" on "${policy.table}"`;
			const part = (kind: "using" | "with check", text: string | null) =>
				text === null
					? []
					: withoutEachClause(text).map((without, place) => ({
							name: `${policy.table}: ${policy.name}, ${kind}, ${place === 0 ? "all of it" : `part ${place}`}: ${brief(without)}`,
							apply: `${on} ${kind} (${without})`,
							undo: `${on} ${kind} (${text})`,
							caught: policyNoticedBy[`${policy.table}: ${policy.name}`] ?? differs([policy.table], policy.cmd),
						}));
			const all = [...part("using", policy.qual), ...part("with check", policy.with_check)];
			return all.filter(({ name }) => !Object.keys(sameWithout).some((each) => name.startsWith(`${each}:`)));
		});
}

/** What the matrix of people and rows does not try: what a job does, in its time. */
const policyNoticedBy: Partial<Record<string, Mutant["caught"]>> = {
	"account_recovery: use_up": ({ app, granted }) => usesUpOtherwise(app, granted),
};

/** Rules that may be left out without anybody seeing or doing anything else, each with the reason. */
const asItWillBe = "One says it of the row as it is, the other as it will be; the matrix changes no words. A test of its own tries both.";
const sameWithout: Readonly<Record<string, string>> = {
	"evaluation_score: own_name_changed, using, part 3": asItWillBe,
	"cooperation_answer: own_name_changed, using, part 3": asItWillBe,
	"evaluation_score: own_name_changed, with check, part 2": asItWillBe,
	"cooperation_answer: own_name_changed, with check, part 2": asItWillBe,
	"audit_entry: what_a_family_may_know, using, part 2":
		"Only spares asking app.family_may_know about each entry, which says the same of what this lets through.",
};

/** Each condition of the functions that say who somebody is to a family, and whether a consent stands, left out one at a time. */
export async function functionMutants({ owner }: Bench): Promise<Mutant[]> {
	const { rows } = await owner.query<{
		name: string;
		definition: string;
	}>(`select p.proname as name, pg_get_functiondef(p.oid) as definition
		from pg_proc p where p.pronamespace = 'app'::regnamespace
			and p.proname in ('relations', 'must_consent', 'consent_stands', 'shared_with_me', 'enter', 'still_sees')`);
	return rows.flatMap(({ name, definition }) =>
		conditionsIn(definition).map(({ without, what }) => ({
			name: `app.${name}: without "${brief(what)}"`,
			apply: without,
			undo: definition,
			caught: noticedBy[name] ?? relatesOtherwise,
		})),
	);
}

const noticedBy: Partial<Record<string, Mutant["caught"]>> = {
	enter: (bench) => entersOtherwise(bench),
	still_sees: (bench) => seesOtherwise(bench),
	must_consent: (bench) => mustOtherwise(bench),
	shared_with_me: ({ matrix }) => sharesOtherwise(matrix),
};
/** Saves a write at every request; tells open pages of the family to look again. Neither opens anything to anyone. */
const noRule = ["who.last_seen_at < clock_timestamp() - interval '1 minute'", "p_family is not null then perform pg_notify"];

/** Conditions that stand on a line of their own, or after an `and` on one: left out as `and true`. */
function conditionsIn(definition: string): { without: string; what: string }[] {
	const found: { without: string; what: string }[] = [];
	const body = definition.indexOf("$function$");
	for (const match of definition.matchAll(/\band\s+(?=[\w(])/g)) {
		const start = (match.index as number) + match[0].length;
		if (start < body) continue;
		const end = endOfCondition(definition, start);
		const what = definition.slice(start, end).trim();
		// A first sieve: the relations worked out right after it decide.
		if (/^i\.ended_at is null|^v\.scientist_id/.test(what) && /^\s*and cardinality\(app\.relations/.test(definition.slice(end))) continue;
		if (/^\d|^interval/.test(what) || noRule.some((each) => definition.slice(start).startsWith(each))) continue;
		found.push({ without: `${definition.slice(0, start)}true ${definition.slice(end)}`, what });
	}
	return found;
}

/** Where a condition ends: at the next word of its own level, or the bracket that held it. */
function endOfCondition(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		if (text[at] === "(") depth += 1;
		if (text[at] === ")") depth -= 1;
		if (depth < 0 || (depth === 0 && text[at] === ";")) return at;
		if (
			depth === 0 &&
			/\s/.test(text[at] as string) &&
			/^\s+(and|or|then|limit|order|group|union|loop|end|left|cross|join|where)\b/.test(text.slice(at))
		)
			return at;
		if (depth === 0 && /^\s*\n\s*(union|select|\))/.test(text.slice(at))) return at;
	}
	return text.length;
}

const brief = (text: string) =>
	text
		.replace(/\s+/g, " ")
		.replace(/SELECT app\.(\w+)\(\) AS \w+/g, "$1")
		.slice(0, 160);

const differs =
	(only: readonly string[], cmd: string) =>
	async ({ matrix }: Bench) => {
		const deeds = deedsOf[cmd];
		return (await matrix.run({ only, ...(deeds && { deeds }), stopAtFirst: true, asBefore: true })).differences.length > 0;
	};
/** What a policy is about; one for all commands is tried with every deed. */
const deedsOf: Partial<Record<string, readonly Deed[]>> = { SELECT: ["read"], INSERT: ["insert"], UPDATE: ["update"], DELETE: ["delete"] };

const relationsOf = `select app.relations(a.person_id, $2, a.duties, a.team_id, (now() at time zone 'Europe/Amsterdam')::date) as relations
	from account a where a.id = $1`;

/** Somebody is something else to the family than the cast says, or a row opens that should not. */
async function relatesOtherwise({ owner, cast, matrix, edges }: Bench): Promise<boolean> {
	for (const { person, relations, name, signedIn } of cast.members) {
		if (!person || !signedIn) continue;
		await owner.query("select set_config('app.now', now()::text, false)");
		const { rows } = await owner.query<{ relations: string[] }>(relationsOf, [person.accountId, cast.family.familyId]);
		if (rows[0]?.relations.join() !== relations.join()) return Boolean(name);
		const { rows: there } = await owner.query<{ relations: string[] }>(relationsOf, [person.accountId, cast.other.familyId]);
		if (expectedInOther(cast, name, relations) !== there[0]?.relations.join()) return true;
	}
	for (const { person, familyId, relations } of edges) {
		const { rows } = await owner.query<{ relations: string[] }>(relationsOf, [person.accountId, familyId]);
		if (rows[0]?.relations.join() !== relations) return true;
	}
	return (await matrix.run({ only: ["goal"], deeds: ["read"], stopAtFirst: true })).differences.length > 0;
}

const sharesOtherwise = async (matrix: OpenSqlMatrix) =>
	(await matrix.run({ only: ["goal", "help"], deeds: ["read"], stopAtFirst: true, asBefore: true })).differences.length > 0;

/** Of somebody of the family, others must consent than the rule of packages/access says. */
async function mustOtherwise({ owner, cast }: Bench): Promise<boolean> {
	const { rows } = await owner.query<{ today: string; people: Involved[]; authority: Authority[]; must: Record<string, string[]> }>(
		`with involved as (select p.id, p.born_on as "bornOn", array_agg(i.relation) filter (where i.ended_at is null) as relations
			from involvement i join person p on p.id = i.person_id where i.family_id = $1 group by p.id)
		select (now() at time zone 'Europe/Amsterdam')::date::text as today, (select jsonb_agg(to_jsonb(v)) from involved v) as people,
			(select jsonb_agg(jsonb_build_object('parentId', parent_id, 'childId', child_id, 'holds', holds)) from authority where family_id = $1) as authority,
			(select jsonb_object_agg(id, app.must_consent($1, id, (now() at time zone 'Europe/Amsterdam')::date)) from involved) as must`,
		[cast.family.familyId],
	);
	const { today, people, authority, must } = rows[0] as (typeof rows)[number];
	const is = (relation: string) => (person: Involved) => person.relations?.includes(relation) ?? false;
	const parentIds = people.filter(is("parent")).map(({ id }) => id);
	return people.some(
		(person) =>
			whoMustConsent({ id: person.id, bornOn: person.bornOn, child: is("child")(person) }, { parentIds, authority }, today).join() !==
			[...(must[person.id] ?? [])].sort().join(),
	);
}
type Involved = { id: string; bornOn: string | null; relations: string[] | null };

/** Nothing, but for the coordinator and parent of that family, and the lead of its team. */
function expectedInOther(cast: Cast, name: string, relations: readonly string[]): string {
	if (name === "coordinator of another family") return "coordinator";
	if (name === "parent of another family") return "parent_with_authority";
	return relations.includes("team_lead") && cast.named(name).duties.includes("team_lead") ? "team_lead" : "";
}

async function entersOtherwise({ app, cast, matrix }: Bench): Promise<boolean> {
	for (const member of cast.members) {
		await app.query("begin");
		const { rows } = await app.query<{ entered: { live: boolean; relations?: string[] } }>(
			"select app.enter($1, $2, $3, null, now(), 'proof', 'read', 'proof', null, null, null, false) as entered",
			[member.person?.accountId ?? null, member.sessionId, cast.family.familyId],
		);
		await app.query("rollback");
		if (rows[0]?.entered.live !== member.signedIn) return true;
		if (member.signedIn && rows[0].entered.relations?.join() !== member.relations.join()) return true;
	}
	if (await listsOtherwise(app, cast)) return true;
	return (await matrix.run({ only: ["goal", "view", "involvement"], stopAtFirst: true })).differences.length > 0;
}

const involved = [
	"coordinator",
	"parent_with_authority",
	"parent_without_authority",
	"young_person",
	"young_person_16",
	"network_member",
	"professional",
];
/** Which relations put a family in a list. */
const inList: Record<string, readonly string[]> = {
	coordinated: ["coordinator"],
	team: ["team_lead"],
	mine: involved,
	seen: [...involved, "scientist", "team_lead"],
};

/** A list shows another family than the relations of the cast say. */
async function listsOtherwise(app: pg.Client, cast: Cast): Promise<boolean> {
	for (const { person, sessionId, relations, signedIn, name } of cast.members)
		for (const [list, counts] of Object.entries(inList)) {
			if (!person || !signedIn) continue;
			await app.query("begin");
			await app.query("select app.enter($1, $2, null, $3, now(), 'proof', 'read', 'proof', null, null, null, false)", [
				person.accountId,
				sessionId,
				list,
			]);
			const { rows } = await app.query<{ families: string[] }>("select app.families() as families");
			await app.query("rollback");
			const there = expectedInOther(cast, name, relations);
			if (rows[0]?.families.includes(cast.family.familyId) !== relations.some((relation) => counts.includes(relation))) return true;
			if (rows[0]?.families.includes(cast.other.familyId) !== counts.includes(there)) return true;
		}
	return false;
}

async function seesOtherwise({ app, cast }: Bench): Promise<boolean> {
	for (const { person, sessionId, signedIn, relations } of cast.members) {
		if (!person) continue;
		const { rows } = await app.query<{ sees: boolean }>("select app.still_sees($1, $2, $3, now()) as sees", [
			person.accountId,
			sessionId,
			cast.family.familyId,
		]);
		if (rows[0]?.sees !== (signedIn && relations.length > 0)) return true;
	}
	return false;
}

export type Verdict = { caught: number; survived: string[] };

/** Leaves each rule out, asks whether anything differs, and puts it back. What the database refuses to change counts as caught by it. */
export async function judge(bench: Bench, mutants: readonly Mutant[], say: (line: string) => void = () => undefined): Promise<Verdict> {
	const verdict: Verdict = { caught: 0, survived: [] };
	for (const mutant of mutants) {
		try {
			await bench.owner.query(mutant.apply);
		} catch {
			verdict.caught += 1;
			continue;
		}
		const caught = await mutant.caught(bench).catch(() => true);
		await bench.owner.query(mutant.undo);
		if (caught) verdict.caught += 1;
		else {
			verdict.survived.push(mutant.name);
			say(`  survived: ${mutant.name}`);
		}
	}
	return verdict;
}
