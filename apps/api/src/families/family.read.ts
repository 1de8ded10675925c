import { jsonList, jsonObject } from "../http/json-list.ts";

/**
 * How somebody can be reached, and where, is for the professionals and for that person: parents who live apart do not learn each
 * other's address here.
 */
const reader = { sees: (mine: string) => `((select app.side()) = 'professional' or ${mine})` };
const nobody = { sees: () => "false" };

const persons = ({ sees }: typeof reader) => `coalesce((select json_agg(json_build_object(
	'id', p.id, 'involvementId', i.id, 'givenName', p.given_name, 'familyName', p.family_name, 'bornOn', p.born_on, 'relation', i.relation,
	'role', i.role, 'language', p.language, 'interpreter', p.interpreter, 'easyText', p.easy_text, 'pictures', p.pictures,
	'readAloud', p.read_aloud, 'largeLetters', p.large_letters, 'email', case when ${sees("p.id = (select app.person())")} then p.email end,
	'phone', case when ${sees("p.id = (select app.person())")} then p.phone end,
	'reachNote', case when ${sees("p.id = (select app.person())")} then p.reach_note else '' end,
	'version', p.version,
	'hasAccount', app.has_account(p.id),
	'invitation', (select json_build_object('id', v.id, 'state', v.state, 'expiresAt', v.expires_at, 'createdAt', v.created_at)
		from invitation v where v.family_id = $1 and v.person_id = p.id order by v.created_at desc limit 1)
	) order by i.relation, p.born_on nulls last, i.id)
	from involvement i join person p on p.id = i.person_id where i.family_id = $1 and i.ended_at is null), '[]'::json)`;

const family = (who: typeof reader) =>
	jsonObject({
		from: "family f",
		columns: "id name version",
		where: "f.id = $1",
		more: {
			persons: persons(who),
			households: jsonList({
				from: "household h",
				columns: "id name version",
				where: "h.family_id = $1",
				order: "h.id",
				more: {
					address: `case when ${who.sees("exists (select 1 from household_member l where l.household_id = h.id and l.person_id = (select app.person()))")} then h.address else '' end`,
					members: jsonList({
						from: "household_member m",
						columns: "person_id part",
						where: "m.household_id = h.id",
						order: "m.person_id",
					}),
				},
			}),
			kinships: jsonList({ from: "kinship k", columns: "id person_id kind to_person_id", where: "k.family_id = $1", order: "k.id" }),
			authorities: jsonList({
				from: "authority a",
				columns: "id parent_id child_id holds source recorded_on version",
				where: "a.family_id = $1",
				order: "a.id",
			}),
		},
	});

/** The family part of the whole plan, as its reader may see it; `$1` is the family. */
export const familyJson = family(reader);
/** The family as it stands in a plan version, which everyone who must agree reads: without addresses and numbers. */
export const familyJsonOfVersion = family(nobody);
