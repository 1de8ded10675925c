import type { strengthsWork as nl } from "../nl/strengths.work.ts";

export const strengthsWork = {
	"strengths.work.intro": "Strengths first, then concerns and safety. It ends in a picture you share.",
	"strengths.work.views": "How do you want to see it?",
	"strengths.work.per-theme": "Per theme",
	"strengths.work.per-person": "Per person",
	"strengths.work.practical": "Money, housing, work, health and law",
	"strengths.work.person-nothing": "Has not said anything about this yet.",
	"strengths.work.no-theme": "In general",
	"strengths.work.questions": "Questions to begin with",
	"strengths.work.inquiry-hint": "Which questions, which information, how you get it, and whether a list or test suits this family.",
	"strengths.work.age": "What belongs to this age",
	"strengths.work.age-intro": "To see what is ordinary, and when to look further.",
	"strengths.work.age-of": "{name}, {age} years",
	"strengths.work.age.child": "What a child is busy with",
	"strengths.work.age.parent": "What it asks of parents",
	"strengths.work.age.ordinary": "Ordinary questions",
	"strengths.work.age.serious": "When to look further",
	"strengths.work.source": "After {authors}, “{title}”. In our own words; terms of 2009 that no longer fit were adapted.",
	"strengths.work.professional": "In professional words",
} satisfies Record<keyof typeof nl, string>;
