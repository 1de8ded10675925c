import { mailText } from "@samenplan/language/mails";
import type { Services } from "../http/route.ts";
import { queueMail } from "../mail/mails.ts";

/**
 * The daily look at terms of keeping: files whose term is over are laid before the privacy officer, who hears so once. Nothing is
 * destroyed here.
 */
export async function proposeRetention({ frame, config }: Pick<Services, "frame" | "config">): Promise<void> {
	await frame.asJob({ name: "retention", event: "retention.propose", action: "execute", object: "retention" }, async (tx) => {
		const officers = await tx.sql<{ account_id: string; person_id: string; email: string; given_name: string; language: string }>({
			text: "select * from app.propose_retention()",
		});
		for (const officer of officers)
			await queueMail(tx, {
				to: officer.email,
				personId: officer.person_id,
				accountId: officer.account_id,
				kind: "retention_over",
				language: officer.language,
				...mailText("retentionOver", officer.language, {
					givenName: officer.given_name,
					link: new URL("/retention", config.publicUrl).href,
				}),
			});
	});
}
