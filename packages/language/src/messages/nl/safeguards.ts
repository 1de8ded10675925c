export const safeguards = {
	"safeguards.uses.title": "Iemand las mee in een noodgeval",
	"safeguards.uses.intro": "Een collega van jullie coach mag dat één uur lang. Daar moet een goede reden voor zijn.",
	"safeguards.uses.read": "{name} las jullie plan op {moment}.",
	"safeguards.uses.because": "Waarom: {reason}.",
	"safeguards.uses.waiting": "Wij kijken nog of dit mocht.",
	"safeguards.uses.justified": "Er is gekeken of dit mocht. Het was terecht.",
	"safeguards.uses.not_justified": "Er is gekeken of dit mocht. Het was niet terecht. Je mag er vragen over stellen aan je coach.",
	"safeguards.uses.home": "Iemand las jullie plan in een noodgeval",
	"safeguards.uses.home-words": "{name} las jullie plan op {day}.",
	"safeguards.uses.home-more": "Lees waarom",
} as const;
