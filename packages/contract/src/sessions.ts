/** Where I am signed in, and proving again who I am. */

export const signInMethods = ["card", "mailed_code", "password", "passkey", "single_sign_on", "demo"] as const;
