import type { PlanContent, planVersionHead } from "@samenplan/contract/plans";
import type { Position } from "@samenplan/contract/positions";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { dateInWords, dayInWords, dayOf } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { type SayIn, sayIn } from "@samenplan/language/say";
import { agreementOf } from "@samenplan/plan-rules/agreement";
import type { z } from "zod";
import type { GivenFile } from "../../http/route.ts";
import { openPaper, type Paper } from "./paper.ts";
import { writePlan } from "./plan-on-paper.ts";

export type VersionToGive = {
	version: z.infer<typeof planVersionHead> & { content: PlanContent };
	/** Everyone's answers to it, oldest first. */
	positions: Position[];
	/** Given names of who left since, or answers without being of the family. */
	names: Record<string, string>;
	/** The reader's. */
	language: string;
	madeAt: Date;
};

/** A version as a PDF: the text that was put before people, each one's answer with its day, and what happened with a disagreement. */
export async function versionOnPaper({ version, positions, names, language, madeAt }: VersionToGive): Promise<GivenFile> {
	const { content } = version;
	const say = sayIn(language);
	const locale = catalogueLanguageOf(language);
	const title = say("versions.plan-of", { family: content.family.name });
	const paper = openPaper({ title, language: locale, madeAt, picture: say("versions.doc.picture-sign") });
	const nameOf = (personId: string | null) =>
		content.family.persons.find(({ id }) => id === personId)?.givenName ?? names[personId ?? ""] ?? say("versions.doc.somebody");
	const stands = version.frozenAt
		? say("versions.agreed-on", { day: dayInWords(dayOf(version.frozenAt), locale) })
		: say("versions.put-on", { day: dayInWords(dayOf(version.putAt), locale) });
	const number = say("versions.one", { number: version.number });
	paper.heading(1, title);
	paper.words({ text: `${number} · ${stands} · ${say(`versions.state.${version.state}`)}` }, "quiet");
	if (content.redactedOn) paper.notice(say("my-data.redacted", { day: dayInWords(content.redactedOn, locale) }), []);
	writePlan({ paper, content, say, locale, nameOf });
	writeAnswers(paper, version, positions, { say, locale, nameOf });
	return paper.close(`samenplan-${locale === "en" ? "version" : "versie"}-${version.number}.pdf`, (page, pages) => ({
		left: `Samenplan · ${number} · ${stands}`,
		right: say("versions.doc.page", { page, pages }),
	}));
}

type Saying = { say: SayIn; locale: string; nameOf: (personId: string | null) => string };

/** Nobody's answer is counted together with another's: each has a name, a day and words of their own. */
function writeAnswers(paper: Paper, version: VersionToGive["version"], positions: Position[], { say, locale, nameOf }: Saying): void {
	const agreement = agreementOf(version.mustAgree, version.number, positions);
	const everyone = [...agreement.stands, ...agreement.others];
	if (everyone.length === 0) return;
	paper.heading(2, say("versions.answers"));
	if (agreement.disagreeing.length > 0)
		paper.notice(say("versions.proceeded"), [
			{ text: say("versions.doc.disagreeing", { names: nameList(agreement.disagreeing.map(nameOf), locale) }) },
			...(version.talkOn
				? [{ text: say("versions.proceeded.words", { day: dayInWords(version.talkOn, locale) }) }, { text: version.proceededBecause }]
				: []),
		]);
	paper.table(
		[
			{ title: say("versions.doc.who-answers"), share: 3 },
			{ title: say("versions.doc.answer"), share: 3 },
			{ title: say("versions.doc.when"), share: 3 },
			{ title: say("versions.doc.own-words"), share: 6 },
		],
		everyone.map(({ personId, given }) => [
			{ text: nameOf(personId) },
			{ text: given ? say(`ui.answer.${given.answer}`) : say("positions.not-yet") },
			{
				text: given
					? [
							dateInWords(dayOf(given.createdAt), locale),
							given.recorded && say("positions.recorded", { name: nameOf(given.writtenBy), who: nameOf(personId) }),
						]
							.filter(Boolean)
							.join(", ")
					: "–",
			},
			{
				text: given
					? [
							given.text,
							given.explanation && `${say("positions.explanation-by", { name: nameOf(given.explainedBy) })}: ${given.explanation}`,
						]
							.filter(Boolean)
							.join("\n") || "–"
					: "–",
				...(given && { language: given.language }),
			},
		]),
	);
}
