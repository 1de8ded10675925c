/** The word on the screen for every value of the contract: `term.<list>.<value>`; a test compares them with the lists. */
export const termsWork = {
	"term.signalKinds.evaluation_overdue": "Evaluatie is te laat",
	"term.signalKinds.evaluation_soon": "Evaluatie komt eraan",
	"term.signalKinds.question_unanswered": "Vraag wacht op antwoord",
	"term.signalKinds.explanation_asked": "Iemand vraagt om uitleg",
	"term.signalKinds.version_awaits_answers": "Plan wacht op antwoord",
	"term.signalKinds.disagreement": "Niet iedereen is het eens",
	"term.signalKinds.review_waiting": "Wacht op meekijken",
	"term.signalKinds.review_advised": "Advies wacht op antwoord",
	"term.signalKinds.help_waiting": "Hulp laat op zich wachten",
	"term.signalKinds.first_contact_due": "Eerste contact is nodig",
	"term.signalKinds.stalled": "Het plan ligt stil",
	"term.severities.now": "Nu",
	"term.severities.soon": "Binnenkort",
	"term.severities.watch": "In het oog houden",
} as const;
