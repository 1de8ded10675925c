import type { PasskeyChallenge, PasskeyMade, PasskeyUsed } from "@samenplan/contract/second-factors";
import {
	browserSupportsWebAuthnAutofill,
	startAuthentication,
	startRegistration,
	WebAuthnAbortService,
	WebAuthnError,
} from "@simplewebauthn/browser";

/** Lets the device make a passkey. @returns nothing when the reader would rather not */
export async function makePasskey({ challengeId, options }: PasskeyChallenge) {
	const answer = await unlessStopped(() => startRegistration({ optionsJSON: options as never }));
	return answer && { challengeId, answer: answer as unknown as PasskeyMade };
}

/** Lets the device use a passkey. @returns nothing when the reader would rather not, or has none here */
export async function answerWithPasskey({ challengeId, options }: PasskeyChallenge) {
	const answer = await unlessStopped(() => startAuthentication({ optionsJSON: options as never }));
	return answer && { challengeId, answer: answer as unknown as PasskeyUsed };
}

/**
 * Waits until the reader picks a passkey from what the browser offers in the field of the address. Any other passkey that is asked for
 * ends this waiting. @returns nothing when that happened, or the reader would rather not
 */
export async function answerFromField({ challengeId, options }: PasskeyChallenge) {
	const answer = await unlessStopped(() => startAuthentication({ optionsJSON: options as never, useBrowserAutofill: true }));
	return answer && { challengeId, answer: answer as unknown as PasskeyUsed };
}

/** Whether the browser can offer passkeys in a field. */
export const fieldOffersPasskeys = () => browserSupportsWebAuthnAutofill();

/** Ends the waiting of {@link answerFromField}, for a page that is left. */
export const stopOffering = () => WebAuthnAbortService.cancelCeremony();

async function unlessStopped<T>(ask: () => Promise<T>): Promise<T | undefined> {
	try {
		return await ask();
	} catch (error) {
		// The device's own window was closed, took too long, or has no passkey of ours: no fault, another way is at hand.
		const name = error instanceof WebAuthnError || error instanceof Error ? error.name : "";
		if (["NotAllowedError", "AbortError", "InvalidStateError"].includes(name)) return undefined;
		throw error;
	}
}
