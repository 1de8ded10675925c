import type { FamilyStory, StoryPerson } from "../../packages/testing/src/family-story.ts";
import { addHandover, addReview } from "../../packages/testing/src/family-story-review.ts";

type People = { first: StoryPerson; child: StoryPerson; scientist: StoryPerson; colleague: StoryPerson };

/** Days ago that advice was asked and given, in families where help runs: so that the figures of the scientists say something. */
const thoughtAlong: Record<string, [asked: number, advised: number]> = {
	"Gezin Ahmadi": [72, 69],
	"Gezin de Groot": [51, 45],
	"Gezin Lim": [44, 42],
	"Gezin Schouten": [24, 15],
	"Gezin Wolters": [13, 12],
};

/** In a few everyday families a scientist thought along with what runs, or another coordinator is asked for. */
export function tellThinkingAlong(story: FamilyStory, name: string, { first, child, scientist, colleague }: People): void {
	const days = thoughtAlong[name];
	if (days)
		addReview(story, {
			kind: "running",
			question: `De hulp loopt, en toch komt ${child.givenName} niet verder. Wat zie jij?`,
			askedDaysAgo: days[0],
			scientist,
			advice: "Kijk samen of het doel nog past. Kleiner mag ook.",
			advisedDaysAgo: days[1],
			steps: [
				{ step: "goals", text: "Maak de middelste trede kleiner, dan lukt er sneller iets." },
				{
					step: "help",
					text: "Vraag of de hulp ook eens op school kan komen.",
					answer: "not_followed",
					because: `${child.givenName} wil dat liever niet.`,
				},
			],
			answered: { answer: "followed", daysAgo: Math.max(0, days[1] - 4) },
		});
	if (name === "Gezin Kaya")
		addHandover(story, { by: first, because: "We begrijpen elkaar vaak niet goed. Ik praat liever met iemand anders.", askedDaysAgo: 2 });
	if (name === "Gezin Oosterhof")
		addHandover(story, {
			by: story.coordinator,
			because: "Ik ga minder werken. Daarom draag ik dit gezin graag goed over.",
			askedDaysAgo: 4,
			to: {
				colleague,
				talkInDays: 0,
				where: "bij het gezin thuis",
				toKnow: "Bel liever na vieren. Matthijs praat graag tijdens het wandelen.",
			},
		});
}
