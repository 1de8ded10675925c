/** What the family allows: what, to whom, why, until when. */

export const consentKinds = ["share", "involve", "ask_information", "help"] as const;

export const consentAnswers = ["given", "refused", "withdrawn"] as const;
