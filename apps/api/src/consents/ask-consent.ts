import type * as consents from "@samenplan/contract/consents";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import { mailText } from "@samenplan/language/mails";
import type { ActorTx } from "../http/as-actor.ts";
import { assertDay, dayColumn } from "../http/days.ts";
import { HttpProblem, moveNotPossible } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { mailAddressesOf } from "../mail/mail-addresses.ts";
import { queueMail } from "../mail/mails.ts";
import { assertInvolved } from "../people/involved.ts";
import { assertAbout, assertReceiver, keepShare } from "../shares/part.ts";
import { readFamilyFacts } from "./family-facts.ts";
import { standOnConsent } from "./stand-on-consent.ts";

/**
 * Asks consent for one thing: what, to whom, why and until when, about one person. Who must answer follows from age and authority
 * and gets a mail without any of those words. Parts that are named are shared as soon as the consent stands, and no sooner.
 *
 * @throws HttpProblem `invalid-input`, or `move-not-possible` with `nobody-may-agree` when nobody with authority is known
 */
export async function askConsent(
	tx: ActorTx,
	{ body }: EndpointParsed<typeof consents.askConsent>,
	services: Services,
): Promise<{ id: string }> {
	const { parts, toWords, ...asked } = body;
	await assertInvolved(tx, [{ personId: asked.aboutPersonId, path: "aboutPersonId", as: ["parent", "child"] }]);
	if (asked.toPersonId === null && toWords === "")
		throw new HttpProblem("invalid-input", { errors: [{ path: "toWords", code: "required" }] });
	if (asked.toPersonId !== null) await assertInvolved(tx, [{ personId: asked.toPersonId, path: "toPersonId" }]);
	if (asked.untilOn !== null) assertDay(asked.untilOn, "untilOn", { from: tx.today });
	const family = await readFamilyFacts(tx);
	const must = family.mustConsent(asked.aboutPersonId, tx.today);
	if (must.length === 0) throw moveNotPossible([], ["nobody-may-agree"]);
	if (parts.length > 0 && asked.toPersonId === null)
		throw new HttpProblem("invalid-input", { errors: [{ path: "toPersonId", code: "required" }] });
	await tx.db.consent.create({
		data: {
			...asked,
			id: tx.newId,
			familyId: tx.familyId,
			toWords: asked.toPersonId === null ? toWords : "",
			untilOn: dayColumn(asked.untilOn),
			language: tx.actor.language,
			askedBy: tx.actor.personId,
			askedAt: tx.now,
		},
	});
	if (asked.toPersonId !== null && parts.length > 0) {
		await assertReceiver(tx, asked.toPersonId, "toPersonId");
		for (const part of parts) {
			await assertAbout(tx, { ...part, aboutPersonId: asked.aboutPersonId, path: "parts" }, family);
			await keepShare(tx, { ...part, personId: asked.toPersonId, aboutPersonId: asked.aboutPersonId, consentId: tx.newId });
		}
	}
	if (asked.kind === "involve" && asked.toPersonId !== null) await standOnConsent(tx, asked.toPersonId, tx.newId);
	await tellThem(tx, must, services.config.publicUrl);
	return { id: tx.newId };
}

/** A mail to whoever must answer and can sign in, without a word of what it is about. */
async function tellThem(tx: ActorTx, personIds: string[], publicUrl: string): Promise<void> {
	for (const person of await mailAddressesOf(
		tx,
		personIds.filter((id) => id !== tx.actor.personId),
	)) {
		const { subject, text } = mailText("consentAsked", person.language, {
			givenName: person.givenName,
			link: `${publicUrl}/families/${tx.familyId}/consents`,
		});
		await queueMail(tx, { ...person, familyId: tx.familyId, kind: "consent_asked", subject, text });
	}
}
