export const goalsWork = {
	"goals.professional": "Vakwoorden erbij",
	"goals.professional-hint": "Voor collega’s. De woorden van het gezin blijven voorop staan.",
} as const;
