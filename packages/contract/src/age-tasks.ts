/** What the law asks to do when somebody reaches an age. */

export const ageTaskKinds = ["turned_12", "turned_16", "turned_18"] as const;
