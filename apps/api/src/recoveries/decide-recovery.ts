import { randomBytes } from "node:crypto";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { decideRecovery as contract } from "@samenplan/contract/recoveries";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { momentInWords } from "@samenplan/language/dates";
import { mailText } from "@samenplan/language/mails";
import { v7 as uuid7 } from "uuid";
import { linkAddress, linkMinutes, linkSecretHash } from "../accounts/link.ts";
import type { ActorTx } from "../http/as-actor.ts";
import { found, moveNotPossible, notFound } from "../http/problems.ts";
import type { Services } from "../http/route.ts";
import { queueMail } from "../mail/mails.ts";
import { tellEars } from "./tell-ears.ts";

type Answer = "granted" | "refused" | "unknown" | "own" | "decided";

/**
 * The second person grants or refuses. The owner hears at once that it was granted; it works a day later, or at once when whoever
 * grants it spoke with them. For an employee the link to choose anew is mailed now and works from that moment on.
 *
 * @throws HttpProblem `not-found` for whom it is not to decide; `move-not-possible` with `own-recovery` or `recovery-was-decided`
 */
export async function decideRecovery(
	tx: ActorTx,
	{ params, body }: EndpointParsed<typeof contract>,
	services: Services,
): Promise<undefined> {
	const [row] = await tx.sql<{ answer: Answer }>({
		text: "select app.decide_recovery($1, $2, $3, $4) as answer",
		values: [params.recoveryId, body.grant, body.words, body.spokeThemselves],
	});
	const { answer } = found(row);
	if (answer === "unknown") throw notFound();
	if (answer === "own") throw moveNotPossible([], ["own-recovery"]);
	if (answer === "decided") throw moveNotPossible([], ["recovery-was-decided"]);
	if (answer === "refused") return;
	const [recovery] = await tx.sql<{ usable_from: Date; employee: boolean }>({
		text: "select usable_from, employee from app.granted_by_me($1)",
		values: [params.recoveryId],
	});
	const { usable_from: moment, employee } = found(recovery);
	await tellEars(tx, services, params.recoveryId, { who: "owner", mail: "accessGranted", path: "/me/sign-in", moment });
	if (employee) await mailLink(tx, services, params.recoveryId, moment);
}

/** To the address of the account, or to the new one that was asked and granted. */
async function mailLink(tx: ActorTx, services: Services, recoveryId: string, moment: Date): Promise<void> {
	const [id, secret] = [uuid7(), randomBytes(32).toString("base64url")];
	const hours = linkMinutes.staff_invitation / 60;
	const [row] = await tx.sql<{ to: string | null }>({
		text: `select app.keep_recovery_link($1, $2, $3, $4) as "to"`,
		values: [recoveryId, id, linkSecretHash(services, secret), hours],
	});
	const [owner] = await tx.sql<{ account_id: string; person_id: string; given_name: string; language: string }>({
		text: "select * from app.ears_of_recovery($1, 'owner')",
		values: [recoveryId],
	});
	if (!row?.to || !owner) return;
	const { subject, text } = mailText("accessLink", owner.language, {
		givenName: owner.given_name,
		link: linkAddress(services, id, secret),
		moment: momentInWords(moment, catalogueLanguageOf(owner.language)),
		hours,
	});
	await queueMail(tx, {
		to: row.to,
		personId: owner.person_id,
		accountId: owner.account_id,
		kind: "access_link",
		language: owner.language,
		subject,
		text,
	});
}
