import type { ReminderWords } from "./reminder-kinds.ts";

/** What a reminder says, in English. */
export const reminderWords: ReminderWords = {
	evaluation: {
		before: [
			"You will talk again soon",
			"On {date} you look back together.\nWould you like to say beforehand what you think? It takes a few minutes.",
		],
		on_day: ["Today you look back", "Today, {date}, you look back together.\nHere is what you can do."],
		after: [
			"Something is still open",
			"On {date} you were going to look back together.\nThat is not written down yet. Would you look at it now?",
		],
		team_lead: ["A look back is late", "A look back in your team was due on {date}.\nWould you see what is needed?"],
	},
	unanswered_question: {
		before: ["A question waits for you", "A family asked a question. The answer is due on {date}."],
		on_day: ["An answer today, please", "A family waits for an answer. Today is the day it is due."],
		after: ["A question still waits", "A family should have had an answer on {date}.\nNot possible yet? Then say when it will be."],
		team_lead: [
			"A question in your team is left lying",
			"A family in your team should have had an answer on {date}.\nWould you see what is needed?",
		],
	},
	waiting_agreement: {
		on_day: [
			"Not everyone has answered yet",
			"Something in a plan was put before people. By today everyone would have answered. Give them a call, or talk about it together.",
		],
		after: [
			"A plan waits for answers",
			"Something in a plan was put before people. By {date} everyone would have answered.\nGive them a call, or talk about it together.",
		],
		team_lead: [
			"A plan in your team waits for answers",
			"A plan in your team has been waiting for answers since {date}.\nWould you see what is needed?",
		],
	},
	stalled_plan: {
		before: [
			"It has been quiet for a while",
			"Nobody has written in a plan for some time.\nHow is it going there? A short message is enough.",
		],
		on_day: [
			"A plan has come to a stop",
			"Nobody has written in a plan for a long time.\nHow is it going there? A short message is enough.",
		],
		after: ["A plan is still at a stop", "A plan has counted as quiet since {date}.\nGet in touch, or write down what does happen."],
		team_lead: [
			"A plan in your team has come to a stop",
			"Nobody has written in a plan in your team for a long time.\nWould you see what is needed?",
		],
	},
	review: {
		on_day: ["Thinking along waits for you", "For thinking along with a family, today is the day something from you is due."],
		after: ["Thinking along still waits", "For thinking along with a family, something from you was due on {date}."],
		team_lead: [
			"Thinking along in your team is left lying",
			"Thinking along with a family in your team was due to go on by {date}.\nWould you see what is needed?",
		],
	},
	waiting_list: {
		before: [
			"Help takes its time",
			"A family has been waiting for help for weeks.\nCall to ask how it stands, and what is possible until then.",
		],
		on_day: [
			"Help takes too long",
			"A family has now waited as long as was agreed it may take.\nCall, or look together for something else.",
		],
		after: ["Still no help", "A family should have had help on {date}.\nCall, or look together for something else."],
		team_lead: [
			"A family in your team waits for help",
			"A family in your team should have had help on {date}.\nWould you see what is needed?",
		],
	},
	contact_rhythm: {
		before: ["Contact is due soon", "It is nearly time for contact with a family: by {date} at the latest."],
		on_day: ["Contact today", "Today is the last day for contact with a family, as was agreed."],
		after: ["Contact is late", "There should have been contact with a family on {date}.\nWas there? Then write it down."],
		team_lead: [
			"No contact with a family yet",
			"There should have been contact with a family in your team on {date}.\nWould you see what is needed?",
		],
	},
	milestone: {
		before: ["Something is coming up", "On {date} something changes for a child.\nAsk how it goes, and whether anything is needed."],
		on_day: ["Today is a special day", "Today something changes for a child.\nAsk how it goes, and whether anything is needed."],
		after: ["How did it go?", "On {date} something changed for a child.\nAsk how it went, and write it down."],
		team_lead: [
			"An important moment has passed",
			"On {date} something changed for a child in your team.\nNobody has written down yet how it went.",
		],
	},
	check_in: {
		before: ["Ask soon how it goes", "On {date} you were going to ask a family how it goes, after closing."],
		on_day: ["Ask today how it goes", "Today you were going to ask a family how it goes, after closing."],
		after: [
			"Still to ask how it goes",
			"On {date} you were going to ask a family how it goes, after closing.\nDid you? Then write it down.",
		],
		team_lead: [
			"A family has not heard yet",
			"On {date} somebody in your team was going to ask a family how it goes.\nWould you see what is needed?",
		],
	},
	handover: {
		before: ["A talk together soon", "On {date} you talk together about the handover."],
		on_day: ["A handover today", "Today is the day for a handover. Here is what is needed."],
		after: ["A handover is still open", "On {date} a handover was due to be a step further.\nHere is what is needed."],
		team_lead: [
			"A handover is left lying",
			"A handover in your team was due to be a step further on {date}.\nWould you see what is needed?",
		],
	},
	inquiry: {
		before: ["Something to find out soon", "A plan holds something to find out, by {date} at the latest.\nAsk how it is going."],
		on_day: [
			"Something to find out today",
			"A plan holds something that was to be found out today.\nWrite down what you found, also when it is not everything yet.",
		],
		after: [
			"Something is not found out yet",
			"A plan holds something that was to be found out on {date}.\nWrite down what you found, or choose a new day.",
		],
	},
	family: {
		evaluation: {},
		inquiry: {
			before: ["You find something out", "You would find something out for your plan, by {date}.\nDoes it not work out? Just say so."],
			on_day: [
				"You find something out",
				"Today you would know something for your plan.\nTell your coach. Does it not work out? Just say so.",
			],
			after: [
				"You find something out",
				"On {date} you would know something for your plan.\nTell your coach. Does it not work out? Just say so.",
			],
		},
		waiting_agreement: {
			before: [
				"Something is ready for you",
				"Something is ready for you to read.\nWould you say what you think before {date}? Every answer is fine.",
			],
			on_day: [
				"Something is ready for you",
				"Something is ready for you to read.\nWould you say what you think today? Every answer is fine.",
			],
			after: ["Your answer counts", "Something is ready for you to read.\nIs anything unclear? Ask for an explanation. You always may."],
		},
		handover: {
			before: ["A talk together soon", "On {date} you meet somebody new. Your coach will be there too."],
			on_day: ["A talk together today", "Today you meet somebody new. Your coach will be there too."],
		},
	},
};
