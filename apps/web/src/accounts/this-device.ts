/** Whether this device, at this address, can have passkeys; an address in figures cannot. */
export function passkeysArePossible(): boolean {
	return "PublicKeyCredential" in globalThis && !/^[\d.]+$|^\[/.test(location.hostname);
}

/** A name for a passkey made here that its owner will recognise. */
export function thisDevice(): string {
	const agent = navigator.userAgent;
	const known = [
		[/iPhone/, "iPhone"],
		[/iPad/, "iPad"],
		[/Android/, "Android"],
		[/Windows/, "Windows"],
		[/Mac/, "Mac"],
		[/Linux/, "Linux"],
	] as const;
	return known.find(([sign]) => sign.test(agent))?.[1] ?? "";
}
