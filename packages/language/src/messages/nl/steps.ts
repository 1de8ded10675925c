export const steps = {
	"steps.rail": "De zes stappen van het plan",
	"steps.clarify": "Vraag verhelderen",
	"steps.strengths": "Krachten en zorgen",
	"steps.goals": "Doelen",
	"steps.network": "Eigen netwerk",
	"steps.help": "Hulp",
	"steps.evaluate": "Evalueren",
	"steps.state.not_started": "Nog niet begonnen",
	"steps.state.in_progress": "Mee bezig",
	"steps.state.concluded": "Klaar",
	"steps.state.reopened": "Weer open",
} as const;
