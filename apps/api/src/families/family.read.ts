import { jsonList, jsonObject } from "../http/json-list.ts";

/**
 * How somebody can be reached, and where they live, is told by functions of the database: each knows who may know it, and from whom
 * it is kept. A plan version, which everyone who must agree reads, has none of it.
 */
type Told = { reach: boolean };

/**
 * For whom details were opened is told with the details: opened for the plan and yet not there would say that they are kept from
 * whoever reads. Professionals look after it, and everyone knows it of themselves.
 */
const opened = (audience: string, told: string) =>
	`case when (select app.side()) = 'professional' or ${told} then ${audience}::text else 'staff' end`;

/** Of somebody who takes part elsewhere and did not say yes here yet, this family knows no more than whoever asked them wrote down. */
const untilYes = (column: string, instead: string) =>
	`case when i.accepted_at is null and app.of_elsewhere(p.id, $1) then ${instead} else ${column} end`;

const persons = ({ reach }: Told) => `coalesce((select json_agg(json_build_object(
	'id', p.id, 'involvementId', i.id, 'givenName', p.given_name, 'familyName', ${untilYes("p.family_name", "''")},
	'bornOn', ${untilYes("p.born_on", "null")}, 'relation', i.relation,
	'role', i.role, 'language', p.language, 'interpreter', p.interpreter, 'easyText', p.easy_text, 'pictures', p.pictures,
	'readAloud', p.read_aloud, 'largeLetters', p.large_letters, 'email', ${reach ? "r.email" : "null"},
	'phone', ${reach ? "r.phone" : "null"}, 'reachNote', ${reach ? "coalesce(r.reach_note, '')" : "''"}, 'reachAudience', ${reach ? opened("p.reach_audience", "r.person_id is not null or p.id = (select app.person())") : "'staff'"},
	'version', p.version,
	'hasAccount', i.accepted_at is not null and app.has_account(p.id),
	'invitation', (select json_build_object('id', v.id, 'state', v.state, 'expiresAt', v.expires_at, 'createdAt', v.created_at)
		from invitation v where v.family_id = $1 and v.person_id = p.id order by v.created_at desc limit 1)
	) order by i.relation, p.born_on nulls last, i.id)
	from involvement i join person p on p.id = i.person_id ${reach ? "left join app.reach_in($1) r on r.person_id = p.id" : ""}
	where i.family_id = $1 and i.ended_at is null), '[]'::json)`;

const family = (told: Told) =>
	jsonObject({
		from: "family f",
		columns: "id name version",
		where: "f.id = $1",
		more: {
			persons: persons(told),
			households: jsonList({
				from: told.reach ? "household h left join app.addresses_in($1) d on d.household_id = h.id" : "household h",
				as: "h",
				columns: "id name version",
				where: "h.family_id = $1",
				order: "h.id",
				more: {
					addressAudience: told.reach ? opened("h.address_audience", "d.household_id is not null") : "'staff'",
					address: told.reach ? "coalesce(d.address, '')" : "''",
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
export const familyJson = family({ reach: true });
/** The family as it stands in a plan version: without addresses and numbers. */
export const familyJsonOfVersion = family({ reach: false });
