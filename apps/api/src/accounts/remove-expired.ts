import type { Services } from "../http/route.ts";

/**
 * Removes what serves for a while: a draft nobody went on with for two months, and for a day at most answers kept for a request that is sent again, codes to sign in, sign-ins that were begun, counted guesses.
 * All of them follow real time, not the product's clock.
 */
export async function removeExpired({ frame }: Pick<Services, "frame">): Promise<void> {
	await frame.asJob({ name: "cleaning", event: "expired.remove", action: "delete", object: "session" }, async (tx) => {
		await tx.sql({ text: "delete from idempotency_key where created_at < clock_timestamp() - interval '1 day'" });
		await tx.sql({ text: "delete from sign_in_code where created_at < clock_timestamp() - interval '1 day'" });
		await tx.sql({ text: "delete from sign_in_attempt where expires_at < clock_timestamp() - interval '1 day'" });
		await tx.sql({ text: "delete from draft_text where updated_at < clock_timestamp() - interval '60 days'" });
		await tx.sql({ text: "delete from guess_limit where until < clock_timestamp() - interval '1 day'" });
	});
}
