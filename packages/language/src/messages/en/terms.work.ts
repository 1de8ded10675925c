import type { termsWork as nl } from "../nl/terms.work.ts";

export const termsWork = {
	"term.signalKinds.evaluation_overdue": "Evaluation is overdue",
	"term.signalKinds.evaluation_soon": "Evaluation is near",
	"term.signalKinds.question_unanswered": "Question waits for an answer",
	"term.signalKinds.explanation_asked": "Somebody asks to explain",
	"term.signalKinds.version_awaits_answers": "Plan waits for answers",
	"term.signalKinds.disagreement": "Not everyone agrees",
	"term.signalKinds.review_waiting": "Waits for review",
	"term.signalKinds.review_advised": "Advice waits for an answer",
	"term.signalKinds.help_waiting": "Help is long in coming",
	"term.signalKinds.first_contact_due": "First contact is due",
	"term.signalKinds.stalled": "The plan stands still",
	"term.severities.now": "Now",
	"term.severities.soon": "Soon",
	"term.severities.watch": "Keep an eye on",
} satisfies Record<keyof typeof nl, string>;
