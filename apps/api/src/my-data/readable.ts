import type { ReadableDocument } from "@samenplan/contract/my-data";
import { dayInWords, dayOf, momentInWords } from "@samenplan/language/dates";
import { en } from "@samenplan/language/en";
import { enWork } from "@samenplan/language/en.work";
import { type FileField, type FileSection, fileWords, fillWords } from "@samenplan/language/file-words";
import { nl } from "@samenplan/language/nl";
import { nlWork } from "@samenplan/language/nl.work";

/** How the value of a field is said: as it is, as a day or a moment, or with the word of a list of the contract. */
type Said = "text" | "day" | "moment" | { term: string } | { message: string };
export type Rows = readonly Record<string, unknown>[];
/** The parts of a file in their order; an empty part says that there is nothing. */
export type Parts = Partial<Record<FileSection, Rows>>;

const said: Partial<Record<FileField, Said>> = {
	bornOn: "day",
	language: { term: "languages" },
	since: "moment",
	startsOn: "day",
	endedAt: "moment",
	endsOn: "day",
	recordedOn: "day",
	holds: { term: "authorityHolds" },
	relation: { term: "involvementRelations" },
	theme: { term: "themes" },
	audience: { term: "audiences" },
	at: "moment",
	dueOn: "day",
	untilOn: "day",
	openedOn: "day",
	closedOn: "day",
	decidedOn: "day",
	heldOn: "day",
	happenedOn: "day",
	day: "day",
	talkedOn: "day",
	doneOn: "day",
	object: { term: "statementObjects" },
	route: { term: "routes" },
	decision: { term: "evaluationDecisions" },
	closingKind: { term: "closingKinds" },
	fitted: { term: "adviceFits" },
	deed: { term: "lookDeeds" },
};
/** Where the same field means another list, by part. */
const saidIn: Partial<Record<FileSection, Partial<Record<FileField, Said>>>> = {
	views: { subject: { term: "viewSubjects" } },
	planViews: { subject: { term: "viewSubjects" } },
	answers: { subject: { term: "positionSubjects" }, answer: { term: "positionAnswers" } },
	planAnswers: { subject: { term: "positionSubjects" }, answer: { term: "positionAnswers" } },
	comments: { kind: { term: "commentKinds" } },
	planComments: { kind: { term: "commentKinds" } },
	actions: { state: { term: "actionStates" } },
	planActions: { state: { term: "actionStates" } },
	consents: { kind: { term: "consentKinds" }, answer: { term: "consentAnswers" } },
	requests: { kind: { term: "requestKinds" }, state: { term: "requestStates" } },
	milestones: { kind: { term: "milestoneKinds" } },
	planMilestones: { kind: { term: "milestoneKinds" } },
	handovers: { state: { term: "handoverStates" } },
	planHandovers: { state: { term: "handoverStates" } },
	contactMoments: { kind: { term: "contactKinds" } },
	disagreementTalks: { subject: { term: "positionSubjects" } },
	reviewAdvices: { step: { term: "stepKinds" }, answer: { term: "reviewAnswers" } },
	analysisPoints: { kind: { term: "analysisKinds" }, basis: { term: "analysisBases" } },
	inquiries: { state: { term: "inquiryStates" } },
	plan: { state: { term: "planStates" } },
	steps: { kind: { term: "stepKinds" }, state: { term: "stepStates" } },
	goals: { state: { term: "goalStates" } },
	networkTies: { kind: { term: "tieKinds" } },
	asks: { state: { term: "askStates" } },
	help: { state: { term: "helpStates" } },
	evaluations: { state: { term: "evaluationStates" } },
	reviews: { state: { term: "reviewStates" }, answer: { term: "reviewAnswers" } },
	versions: { state: { term: "planVersionStates" } },
	looks: { ground: { message: "audit.why" } },
};
/** Lines come in the order of their words. */
const places = Object.keys(fileWords("nl").field);
/** What is the title of an entry, when it is there; otherwise the entry has none. */
const headings: readonly FileField[] = ["by", "author", "name", "kind", "word", "goal", "what", "number"];

/**
 * The file to read, in the language of who gets it: every part with its title, every line with its name. What is empty is left
 * out; the end says about what nothing is kept.
 */
export function readable(
	file: { kind: "my_data" | "inspection"; asker: string; about: string; madeAt: string; afterTalk?: number; withheld?: number },
	parts: Parts,
	language: string,
): ReadableDocument {
	const words = fileWords(language);
	const locale = language === "en" ? "en" : "nl";
	const terms: Record<string, string> = locale === "en" ? { ...en, ...enWork } : { ...nl, ...nlWork };
	const fill = (message: string, values: Record<string, string | number>) => fillWords(locale, message, values);

	const say = (section: FileSection, field: FileField, value: unknown): string => {
		const how = saidIn[section]?.[field] ?? said[field] ?? "text";
		if (typeof value === "boolean") return value ? words.yes : words.no;
		if (Array.isArray(value)) return value.filter((each) => each !== "").join(" · ");
		if (how === "day") return dayInWords(dayOf(`${String(value)}T12:00:00Z`), locale);
		if (how === "moment") return momentInWords(String(value), locale);
		if (typeof how === "object") return terms[`${"term" in how ? `term.${how.term}` : how.message}.${String(value)}`] ?? String(value);
		return String(value);
	};
	const isEmpty = (value: unknown) => value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

	const entryOf = (section: FileSection, row: Rows[number]) => {
		const title = headings.find((field) => !isEmpty(row[field]));
		return {
			heading: title ? say(section, title, row[title]) : "",
			lines: (Object.entries(row) as [FileField, unknown][])
				// That somebody wrote their own words is what one expects; it is said only when it was otherwise.
				.filter(
					([field, value]) => field !== title && field in words.field && !isEmpty(value) && !(field === "recorded" && value === false),
				)
				.sort(([one], [other]) => places.indexOf(one) - places.indexOf(other))
				.map(([field, value]) => ({ label: words.field[field], text: say(section, field, value) })),
		};
	};
	const all = Object.entries(parts) as [FileSection, Rows][];
	/** What is said of the notes that are not in it: their number. */
	const leftOut = (section: FileSection) =>
		section === "workNotes"
			? (["afterTalk", "withheld"] as const).flatMap((which) =>
					(file[which] ?? 0) > 0 ? [fill(words.sectionIntro[which], { count: file[which] ?? 0 })] : [],
				)
			: [];
	const nothing = all
		.filter(([section, rows]) => rows.length === 0 && leftOut(section).length === 0)
		.map(([section]) => words.section[section]);

	return {
		language: locale,
		title: words.title[file.kind],
		intro: [
			fill(words.intro.for, { asker: file.asker, day: dayInWords(dayOf(file.madeAt), locale) }),
			...(file.about === file.asker ? [] : [fill(words.intro.about, { about: file.about })]),
			file.kind === "inspection" ? words.intro.complete : words.intro.own,
			words.intro.correct,
		],
		sections: [
			...all
				.filter(([section, rows]) => rows.length > 0 || leftOut(section).length > 0)
				.map(([section, rows]) => ({
					title: words.section[section],
					intro: leftOut(section).join(" "),
					entries: rows.map((row) => entryOf(section, row)),
				})),
			...(nothing.length > 0 ? [{ title: words.sectionIntro.none, intro: nothing.join(", "), entries: [] }] : []),
		],
	};
}
