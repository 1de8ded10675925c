import { initials } from "@samenplan/language/names";
import { type CSSProperties, createContext, type ReactNode, useContext } from "react";

const grounds = 8;

/** Always the same of the eight grounds for the same person, on every screen. */
export function personGround(personId: string): string {
	return groundColor(groundNumber(personId));
}

function groundNumber(personId: string): number {
	let sum = 0;
	for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
	return sum % grounds;
}

const groundColor = (number: number) => `var(--samenplan-person-${number + 1})`;

const TogetherGrounds = createContext<ReadonlyMap<string, string>>(new Map());

/** People who are seen together each get a ground of their own, as long as there are no more than eight of them. */
export function OwnGrounds({ personIds, children }: { personIds: readonly string[]; children: ReactNode }) {
	return <TogetherGrounds value={groundsOf(personIds)}>{children}</TogetherGrounds>;
}

/** Each keeps the usual ground unless somebody before them has it already; then the next that is free. */
export function groundsOf(personIds: readonly string[]): ReadonlyMap<string, string> {
	const taken = new Map<number, string>();
	for (const personId of new Set(personIds)) {
		let number = groundNumber(personId);
		if (taken.size < grounds) while (taken.has(number)) number = (number + 1) % grounds;
		if (!taken.has(number)) taken.set(number, personId);
	}
	return new Map([...taken].map(([number, personId]) => [personId, groundColor(number)]));
}

/** The ground of a person among those seen together. */
export function usePersonGround(): (personId: string) => string {
	const together = useContext(TogetherGrounds);
	return (personId) => together.get(personId) ?? personGround(personId);
}

type AvatarProps = { personId: string; name: string; size?: string };

/** A face: coloured initials. The name always stands beside it, so it is silent. */
export function Avatar({ personId, name, size }: AvatarProps) {
	const groundOf = usePersonGround();
	return (
		<span className="sp-avatar" aria-hidden="true" style={{ background: groundOf(personId), "--sp-avatar": size } as CSSProperties}>
			{initials(name)}
		</span>
	);
}

type PersonNameProps = AvatarProps & {
	/** The role or relation, in words. */
	note?: ReactNode;
};

/** A person: face, name, and what they are here. */
export function PersonName({ personId, name, size, note }: PersonNameProps) {
	return (
		<span className="sp-person">
			<Avatar personId={personId} name={name} size={size} />
			<span className="sp-person-words">
				<span>{name}</span>
				{note ? <small>{note}</small> : null}
			</span>
		</span>
	);
}

/** A word with a little weight: a theme, a language, a person for whom a goal is. */
export function Chip({ children, icon }: { children: ReactNode; icon?: ReactNode }) {
	return (
		<span className="sp-chip">
			{icon}
			{children}
		</span>
	);
}

type QuoteProps = { personId: string; name: string; when?: ReactNode; note?: ReactNode; children: ReactNode; actions?: ReactNode };

/** What somebody said, in own words. */
export function Quote({ personId, name, when, note, children, actions }: QuoteProps) {
	return (
		<figure className="sp-quote">
			<Avatar personId={personId} name={name} />
			<div className="sp-quote-body">
				<figcaption className="sp-quote-who">
					<b>{name}</b>
					{note ? <> · {note}</> : null}
					{when ? <> · {when}</> : null}
				</figcaption>
				<blockquote>{children}</blockquote>
				{actions}
			</div>
		</figure>
	);
}
