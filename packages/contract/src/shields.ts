/** What is kept from one named person. */

export const shieldWhats = ["address", "reach", "both"] as const;
