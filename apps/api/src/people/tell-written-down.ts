import { mailText } from "@samenplan/language/mails";
import type { ActorTx } from "../http/as-actor.ts";
import type { Services } from "../http/route.ts";
import { mailAddressesOf } from "../mail/mail-addresses.ts";
import { queueMail } from "../mail/mails.ts";

/**
 * Tells somebody with an account that something was written down in their name: without a word about what, with where they read it and
 * can say that it is otherwise. Nobody hears of what they wrote themselves.
 */
export async function tellWrittenDown(tx: ActorTx, personId: string, page: string, { config }: Pick<Services, "config">): Promise<void> {
	if (personId === tx.actor.personId) return;
	for (const person of await mailAddressesOf(tx, [personId])) {
		const { subject, text } = mailText("writtenDown", person.language, {
			givenName: person.givenName,
			link: new URL(`/families/${tx.familyId}${page}`, config.publicUrl).href,
		});
		await queueMail(tx, { ...person, familyId: tx.familyId, kind: "written_down", subject, text });
	}
}
