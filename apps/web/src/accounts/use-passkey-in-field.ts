import { askPasskey, signInWithPasskey } from "@samenplan/contract/second-factors";
import { useEffect, useRef, useState } from "react";
import { call } from "../lib/api.ts";
import { useEnter } from "./sign-in.ts";
import { passkeysArePossible } from "./this-device.ts";

/**
 * Lets the browser offer a passkey in the field of the address, while the page is open. Where it cannot, or the passkey is refused, the
 * other ways on the page do what they always do.
 *
 * @returns why the passkey that was picked was refused
 */
export function usePasskeyInField(): unknown {
	const [refused, setRefused] = useState<unknown>();
	const enter = useEnter();
	const latest = useRef(enter);
	latest.current = enter;
	useEffect(() => {
		if (!passkeysArePossible()) return;
		let here = true;
		let stop = () => undefined as undefined;
		const offer = async () => {
			const passkeys = await import("../lib/passkey.ts");
			if (!here || !(await passkeys.fieldOffersPasskeys())) return;
			const challenge = await call(askPasskey, { body: { second: false } });
			if (!here) return;
			stop = () => void passkeys.stopOffering() as undefined;
			const used = await passkeys.answerFromField(challenge);
			if (used && here) await call(signInWithPasskey, { body: used }).then(latest.current, setRefused);
		};
		offer().catch(() => undefined);
		return () => {
			here = false;
			stop();
		};
	}, []);
	return refused;
}
