export const versionsWork = {
	"versions.put.title": "Put the plan before people",
	"versions.put.next-title": "Did something change? Put a new version before people",
	"versions.put.intro": "The plan as it is now is kept. Everyone who must agree reads exactly this text and gives an answer.",
	"versions.put.who": "These must agree, by age and authority:",
	"versions.put.not-yet": "It cannot be put before people yet",
	"versions.put.do": "Put this plan before people",
	"versions.put.done": "The plan lies before people.",
	"versions.withdraw": "Take this version back",
	"versions.withdraw.words":
		"The version can then no longer be answered. The answers are kept. Change the plan and put a new version before people.",
	"versions.proceed": "Go on after a talk",
	"versions.proceed.intro":
		"Not everyone agrees. Who does not agree stays visible in the plan. Write down when you talked about it and why you go on all the same.",
	"versions.proceed.because": "Why do you go on?",
	"versions.proceed.do": "Let the plan start",
	"versions.proceed.done": "The plan has started. The disagreement stands beside it.",
	"versions.disagreement":
		"{names} does not agree. Talk about it together; then you can go on or take the version back to change the plan.",
} as const;
