/** Inspection, correction and destruction. */

export const requestKinds = ["inspection", "correction", "destruction"] as const;

export const requestStates = ["received", "in_progress", "granted", "refused", "done", "withdrawn"] as const;

export const requestGrounds = ["not_entitled", "harms_other", "law_requires_keeping", "legal_hold", "identity_unclear"] as const;
