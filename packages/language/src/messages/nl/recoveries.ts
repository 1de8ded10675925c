/** What the owner of an account reads while somebody asks to let them back in. */
export const recoveries = {
	"recoveries.mine.title": "Iemand vraagt toegang voor jou",
	"recoveries.mine.asked": "{name} vroeg dit op {moment}. Iemand anders beslist er nog over.",
	"recoveries.mine.granted": "{name} vroeg dit op {moment}. Het is goed gevonden.",
	"recoveries.mine.from": "Vanaf {moment} kan iemand op een nieuwe manier inloggen als jij.",
	"recoveries.mine.ask": "Heb jij hierom gevraagd? Dan hoef je niets te doen.",
	"recoveries.mine.stop": "Dit ben ik niet",
	"recoveries.mine.stopped": "Het is gestopt. Niemand komt hiermee binnen.",
} as const;
