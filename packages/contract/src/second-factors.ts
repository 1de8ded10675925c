/** Passkeys, authenticator apps, recovery codes. */
export {};
