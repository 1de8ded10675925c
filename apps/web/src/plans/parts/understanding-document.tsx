import { analysisBases, analysisKinds } from "@samenplan/contract/steps";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import type { DocumentProps } from "./document-parts.tsx";

/** What is going on and why, as it stood in a version: what was known apart from what was thought. Nothing in versions without it. */
export function AnalysisDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	const points = content.analysisPoints ?? [];
	if (points.length === 0) return null;
	return (
		<section className="plan-doc-part">
			<h2>{say("strengths.analysis")}</h2>
			{analysisKinds
				.filter((kind) => points.some((point) => point.kind === kind))
				.map((kind) => (
					<section key={kind} className="plan-doc-goal">
						<h3>{say(term("analysisKinds", kind))}</h3>
						<ul className="plan-doc-list">
							{analysisBases.flatMap((basis) =>
								points
									.filter((point) => point.kind === kind && point.basis === basis)
									.map((point) => (
										<li key={point.id} lang={point.language}>
											<b>{say(term("analysisBases", basis))}</b>: {point.text}
											{point.aboutPersonId ? (
												<span className="sp-hint"> {say("versions.doc.about", { name: nameOf(point.aboutPersonId) })}</span>
											) : null}
										</li>
									)),
							)}
						</ul>
					</section>
				))}
		</section>
	);
}

/** What we are finding out, and what was found. */
export function InquiryDocument({ content, nameOf }: DocumentProps) {
	const say = useText();
	const inquiries = (content.inquiries ?? []).filter(({ state }) => state !== "dropped");
	if (inquiries.length === 0) return null;
	return (
		<section className="plan-doc-part">
			<h2>{say("strengths.inquiry")}</h2>
			<ul className="plan-doc-list">
				{inquiries.map((inquiry) => (
					<li key={inquiry.id} lang={inquiry.language}>
						{inquiry.personId ? (
							<>
								<b>{nameOf(inquiry.personId)}</b>:{" "}
							</>
						) : null}
						{[inquiry.question, inquiry.how, inquiry.instrument, inquiry.suitsWords].filter(Boolean).join(" ")}
						{inquiry.found ? (
							<>
								{" "}
								<b>{say("strengths.inquiry.found")}</b>: {inquiry.found}
							</>
						) : null}
					</li>
				))}
			</ul>
		</section>
	);
}

/** The words that we use differently, with both meanings. */
export function WordsDocument({ content }: Pick<DocumentProps, "content">) {
	const say = useText();
	const words = content.sharedWords ?? [];
	if (words.length === 0) return null;
	const means = [
		["strengths.words.family", "familyMeans"],
		["strengths.words.professional", "professionalMeans"],
		["strengths.words.home", "atHome"],
	] as const;
	return (
		<section className="plan-doc-part">
			<h2>{say("strengths.words")}</h2>
			{words.map((word) => (
				<section key={word.id} className="plan-doc-goal" lang={word.language}>
					<h3>{word.word}</h3>
					<ul className="plan-doc-list">
						{means.map(([name, key]) =>
							word[key] ? (
								<li key={key}>
									<b>{say(name)}</b>: {word[key]}
								</li>
							) : null,
						)}
					</ul>
				</section>
			))}
		</section>
	);
}
