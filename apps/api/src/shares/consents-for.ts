import type { ShareNeed } from "@samenplan/contract/shares";
import type { FamilyFacts } from "../consents/family-facts.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { type Part, peopleOfPart } from "./part.ts";

/** For one of those a part is about: the consent to share it with somebody, as it stands today. */
export type ConsentFor = {
	personId: string;
	state: ShareNeed["state"];
	/** What stands, or was asked last. */
	consentId: string | null;
	/** Who must consent and has not. */
	waitingFor: string[];
};

/**
 * For everyone a part is about, whether it may be shared with this person. A consent that names parts is for those; one that names none
 * is for what its words say.
 */
export async function consentsFor(tx: ActorTx, part: Part & { personId: string }, family: FamilyFacts): Promise<ConsentFor[]> {
	const about = await peopleOfPart(tx, part, family);
	const consents = await tx.sql<{ personId: string; consentId: string; stands: boolean }>({
		text: `select distinct on (c.about_person_id) c.about_person_id as "personId", c.id as "consentId", app.stands(c.id) as stands
			from consent c
			where c.family_id = $1 and c.to_person_id = $2 and c.about_person_id = any ($3::uuid[])
				and (c.until_on is null or c.until_on >= $4::date)
				and (exists (select 1 from share s where s.consent_id = c.id and s.object_id = $5)
					or (c.kind = 'share' and not exists (select 1 from share s where s.consent_id = c.id)))
			order by c.about_person_id, app.stands(c.id) desc, c.asked_at desc, c.id desc`,
		values: [tx.familyId, part.personId, about, tx.today, part.objectId],
	});
	const given = await tx.sql<{ consentId: string; personId: string }>({
		text: `select l.consent_id as "consentId", l.person_id as "personId" from (
				select distinct on (consent_id, person_id) consent_id, person_id, answer from consent_answer
				where family_id = $1 and consent_id = any ($2::uuid[]) order by consent_id, person_id, created_at desc, id desc) l
			where l.answer = 'given'`,
		values: [tx.familyId, consents.map(({ consentId }) => consentId)],
	});
	return about.map((personId) => {
		const consent = consents.find((one) => one.personId === personId);
		const consentId = consent?.consentId ?? null;
		if (consent?.stands) return { personId, state: "stands", consentId, waitingFor: [] };
		const must = family.mustConsent(personId, tx.today);
		const waitingFor = must.filter((id) => !given.some((one) => one.consentId === consentId && one.personId === id));
		if (must.length === 0) return { personId, state: "nobody", consentId, waitingFor };
		// What is one's own alone needs no asking: sharing it is the consent.
		if (must.length === 1 && must[0] === tx.actor.personId) return { personId, state: "yours", consentId, waitingFor };
		return { personId, state: consent ? "asked" : "not_asked", consentId, waitingFor };
	});
}
