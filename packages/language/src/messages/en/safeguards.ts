import type { safeguards as nl } from "../nl/safeguards.ts";

export const safeguards = {
	"safeguards.uses.title": "Somebody read along in an emergency",
	"safeguards.uses.intro": "A colleague of your coach may do that for one hour. There must be a good reason.",
	"safeguards.uses.read": "{name} read your plan on {moment}.",
	"safeguards.uses.because": "Why: {reason}.",
	"safeguards.uses.waiting": "Somebody still checks whether this was allowed.",
	"safeguards.uses.justified": "Somebody checked whether this was allowed. It was right.",
	"safeguards.uses.not_justified": "Somebody checked whether this was allowed. It was not right. You may ask your coach about it.",
	"safeguards.uses.home": "Somebody read your plan in an emergency",
	"safeguards.uses.home-words": "{name} read your plan on {day}.",
	"safeguards.uses.home-more": "Read why",
} satisfies Record<keyof typeof nl, string>;
