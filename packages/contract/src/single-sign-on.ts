/** The organisation's own sign-in service (OpenID Connect). */
export {};
