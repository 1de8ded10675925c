import type { PlanContent } from "@samenplan/contract/plans";
import type { StatementObject } from "@samenplan/contract/statements";
import type { ReactNode } from "react";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { StatementList } from "../../my-data/parts/statements.tsx";
import { Quote } from "../../ui/person.tsx";

/** What every part of a plan as a text needs: the frozen content, and the names that stood in it. */
export type DocumentProps = { content: PlanContent; nameOf: (id: string) => string };

/** A part with its heading; left out when there is nothing in it. */
export function Part({ title, show, children }: { title: string; show?: readonly unknown[]; children: ReactNode }) {
	if (show && !show.some(Boolean)) return null;
	return (
		<section className="plan-doc-part">
			<h2>{title}</h2>
			{children}
		</section>
	);
}

/** A text under its name; nothing without text. */
export function Named({ name, text, language }: { name: string; text: string | undefined; language?: string }) {
	if (!text) return null;
	return (
		<div>
			<h3>{name}</h3>
			<p className="sp-words" lang={language}>
				{text}
			</p>
		</div>
	);
}

/** A short text after its name, on one line; nothing without text. */
export function Said({ name, text, language }: { name: string; text: string | undefined; language?: string }) {
	if (!text) return null;
	return (
		<p>
			<b>{name}</b> <span lang={language}>{text}</span>
		</p>
	);
}

/** Own statements beside one text of the plan. */
export function Beside({ content, nameOf, object, objectId }: DocumentProps & { object: StatementObject; objectId: string | undefined }) {
	return (
		<StatementList
			statements={(content.statements ?? []).filter((each) => each.object === object && each.objectId === objectId)}
			nameOf={nameOf}
		/>
	);
}

type ConclusionProps = DocumentProps & { kind: PlanContent["steps"][number]["kind"]; lead?: boolean };

/** What we say together at the end of a step, in the family's words and beside it in professional ones. */
export function Conclusion({ content, nameOf, kind, lead }: ConclusionProps) {
	const say = useText();
	const step = content.steps.find((each) => each.kind === kind);
	if (!step) return null;
	return (
		<>
			{step.conclusion ? <p className={lead ? "plan-question" : "sp-words"}>{step.conclusion}</p> : null}
			<Said name={say("versions.doc.professional")} text={step.professionalConclusion} />
			<Beside content={content} nameOf={nameOf} object="step" objectId={step.id} />
		</>
	);
}

/** What people said, each under their name, with whom it is about and who wrote it down. */
export function Views({ content, nameOf, views }: DocumentProps & { views: PlanContent["views"] }) {
	const say = useText();
	return views.map((view) => {
		const who = nameOf(view.personId);
		const notes = [
			view.aboutPersonId && say("versions.doc.about", { name: nameOf(view.aboutPersonId) }),
			view.safetyKind && say(term("safetyKinds", view.safetyKind)),
			view.recorded && say("positions.recorded", { name: nameOf(view.writtenBy), who }),
		].filter(Boolean);
		return (
			<Quote key={view.id} personId={view.personId} name={who} note={notes.join(", ") || undefined}>
				<span lang={view.language}>{view.text}</span>
				<Beside content={content} nameOf={nameOf} object="view" objectId={view.id} />
			</Quote>
		);
	});
}
