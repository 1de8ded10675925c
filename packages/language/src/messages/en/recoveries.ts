/** What the owner of an account reads while somebody asks to let them back in. */
export const recoveries = {
	"recoveries.mine.title": "Somebody asks access for you",
	"recoveries.mine.asked": "{name} asked this on {moment}. Somebody else still decides about it.",
	"recoveries.mine.granted": "{name} asked this on {moment}. It was granted.",
	"recoveries.mine.from": "From {moment} on somebody can sign in as you in a new way.",
	"recoveries.mine.ask": "Did you ask for this? Then you do not need to do anything.",
	"recoveries.mine.stop": "This is not me",
	"recoveries.mine.stopped": "It was stopped. Nobody gets in by it.",
} as const;
