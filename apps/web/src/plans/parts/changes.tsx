import type { MessageKey } from "@samenplan/language/catalogue";
import { dayInWords } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import type { ChangeKind, FieldChange, PlanChange } from "@samenplan/plan-rules/compare-versions";
import { wordChanges } from "@samenplan/plan-rules/word-changes";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { StateBadge, type StateShape, type StateTone } from "../../ui/state-badge.tsx";
import "./changes.css";

const looks: Record<ChangeKind, { tone: StateTone; shape?: StateShape }> = {
	added: { tone: "positive", shape: "open" },
	changed: { tone: "action" },
	removed: { tone: "neutral", shape: "cross" },
	started: { tone: "action", shape: "dot" },
	stopped: { tone: "neutral", shape: "cross" },
	completed: { tone: "positive" },
	achieved: { tone: "achieved" },
	concluded: { tone: "positive" },
	reopened: { tone: "action", shape: "again" },
};

type NameOf = (personId: string) => string;

/** What changed, one line for each thing; of words that changed, which are gone and which are new. */
export function ChangeList({ changes, nameOf }: { changes: readonly PlanChange[]; nameOf: NameOf }) {
	return (
		<ul className="plan-changes">
			{changes.map((change) => (
				<li key={`${change.part} ${change.id}`}>
					<ChangeTitle change={change} nameOf={nameOf} />
					{/* What is new or gone as a whole is known by its title. */}
					{change.title && (change.change === "added" || change.change === "removed")
						? null
						: change.fields.map((field) => <ChangedField key={field.field} field={field} nameOf={nameOf} />)}
				</li>
			))}
		</ul>
	);
}

/** What happened to which part of the plan, whose it is, and the words by which one knows it. */
export function ChangeTitle({ change, nameOf, heading }: { change: PlanChange; nameOf: NameOf; heading?: boolean }) {
	const say = useText();
	const Tag = heading ? "h3" : "div";
	const part = change.step ? say(`plans.step.${change.step}`) : say(`versions.part.${change.part}`);
	const whose = change.personId ? nameOf(change.personId) : "";
	return (
		<Tag className="plan-change-title">
			<StateBadge {...looks[change.change]}>{say(`versions.since.${change.change}`)}</StateBadge>
			<span className="sp-hint">{[part, whose].filter(Boolean).join(" · ")}</span>
			{change.title ? <b>{change.title}</b> : null}
		</Tag>
	);
}

function ChangedField({ field, nameOf }: { field: FieldChange; nameOf: NameOf }) {
	const say = useText();
	const inWords = useInWords(nameOf);
	return (
		<p className="plan-change-field">
			<span className="sp-hint">{say(fieldKey(field))}</span>
			{field.kind === "text" ? (
				<span className="sp-words">
					<Marked before={field.before} after={field.after} />
				</span>
			) : (
				<span>
					{field.before ? <Gone>{inWords(field, field.before)}</Gone> : null}{" "}
					{field.after ? <Fresh>{inWords(field, field.after)}</Fresh> : null}
				</span>
			)}
		</p>
	);
}

export const fieldKey = ({ field }: FieldChange) => `versions.field.${field}` as MessageKey;

/** A value that is no text of somebody, in words. */
export function useInWords(nameOf: NameOf): (field: FieldChange, value: string) => string {
	const say = useText();
	const { locale } = useIntl();
	return ({ kind }, value) => {
		if (kind === "day") return dayInWords(value, locale);
		if (kind === "person") return nameOf(value);
		if (kind === "people") return nameList(value.split(",").map(nameOf).filter(Boolean), locale);
		if (kind === "yes_no") return say(value === "yes" ? "versions.word.yes" : "versions.word.no");
		return kind.startsWith("choice:") ? say(`term.${kind.slice("choice:".length)}.${value}` as MessageKey) : value;
	};
}

/** A text with what is gone struck through and what is new underlined, each said in a word too for who hears it. */
export function Marked({ before, after, side }: { before: string; after: string; side?: "before" | "after" }) {
	const shown = wordChanges(before, after).filter(({ kind }) => kind === "same" || !side || kind === (side === "before" ? "gone" : "new"));
	return shown.map(({ kind, text }, place) => {
		const key = `${place} ${text}`;
		if (kind === "same") return <span key={key}>{text}</span>;
		return kind === "gone" ? <Gone key={key}>{text}</Gone> : <Fresh key={key}>{text}</Fresh>;
	});
}

function Gone({ children }: { children: string }) {
	const say = useText();
	return (
		<del className="plan-word-gone">
			<span className="sp-hidden">{say("versions.word.gone")}</span>
			{children}
		</del>
	);
}

function Fresh({ children }: { children: string }) {
	const say = useText();
	return (
		<ins className="plan-word-new">
			<span className="sp-hidden">{say("versions.word.new")}</span>
			{children}
		</ins>
	);
}

/** How to read the marks. */
export function Legend() {
	return (
		<p className="sp-hint">
			<LegendWords />
		</p>
	);
}

function LegendWords() {
	const intl = useIntl();
	return intl.formatMessage(
		{ id: "versions.legend" },
		{
			gone: (words) => (
				<del key="gone" className="plan-word-gone">
					{words}
				</del>
			),
			fresh: (words) => (
				<ins key="new" className="plan-word-new">
					{words}
				</ins>
			),
		},
	);
}
