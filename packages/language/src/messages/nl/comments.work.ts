export const commentsWork = {
	"comments.page.work-title": "Vragen en reacties",
	"comments.page.work-intro": "Alles wat {family} vroeg en zei. Open vragen staan bovenaan.",
	"comments.page.work-none": "Zodra iemand van het gezin iets vraagt of zegt, staat het hier.",
	"comments.page.work-say": "Zelf iets vragen of zeggen",
} as const;
