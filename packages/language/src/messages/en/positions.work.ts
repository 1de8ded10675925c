import type { positionsWork as nl } from "../nl/positions.work.ts";

export const positionsWork = {
	"talks.first": "First talk with {names}. After that you write down here what was said.",
	"talks.write": "Write down the talk",
	"talks.write-another": "Write down a next talk",
	"talks.held-on": "When was the talk?",
	"talks.took-part": "Who were there?",
	"talks.text": "What was said?",
	"talks.text-hint": "Add why you go on or wait. Everyone of the plan reads this.",
	"talks.outcome": "How do you go on?",
	"talks.we-go-on-hint": "Who says no stays visible.",
	"talks.we-wait-hint": "We change the text or talk once more.",
	"talks.not-yet": "Going on is not possible now. Writing down the talk is.",
	"talks.save": "Keep this talk",
	"talks.written": "The talk is there.",
} satisfies Record<keyof typeof nl, string>;
