/** How long files are kept, legal hold, proof of destruction. */

export const destructionGrounds = ["request", "retention_over"] as const;
