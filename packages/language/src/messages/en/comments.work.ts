export const commentsWork = {
	"comments.page.work-title": "Questions and comments",
	"comments.page.work-intro": "Everything {family} asked and said. Open questions come first.",
	"comments.page.work-none": "As soon as somebody of the family asks or says something, it stands here.",
	"comments.page.work-say": "Ask or say something yourself",
} as const;
