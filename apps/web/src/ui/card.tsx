import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";

type CardProps = {
	/** `sunken` lies lower than the page; `achieved` is for what went well. Never put a card in a card. */
	look?: "raised" | "sunken" | "achieved";
	as?: "div" | "article" | "li" | "section";
	/** The card holds a `CardLink`: the whole card goes there. */
	link?: boolean;
	/** Where a link on the same page comes down. */
	id?: string;
	children: ReactNode;
	className?: string;
};

/** One thing among others. For a single thing on a page use space instead. */
export function Card({ look = "raised", as: Element = "div", link, id, children, className = "" }: CardProps) {
	return (
		<Element id={id} className={`sp-card ${className}`} data-look={look} data-link={link}>
			{children}
		</Element>
	);
}

/** The title of a card that goes somewhere; makes the whole card the target while it reads as one link. */
export function CardLink({ to, children }: { to: string; children: ReactNode }) {
	return (
		<Link className="sp-card-link" to={to}>
			{children}
		</Link>
	);
}

type DoorProps = {
	to: string;
	/** A picture, always the same one for the same thing. */
	picture: ReactNode;
	/** A verb: what one does behind this door. */
	title: ReactNode;
	/** One short sentence of what is there now. */
	words?: ReactNode;
	/** `waiting` when something is asked of the reader. */
	look?: "normal" | "waiting";
};

/** A large card with a picture and a verb, for the family's home. */
export function Door({ to, picture, title, words, look }: DoorProps) {
	return (
		<Link className="sp-door" to={to} data-look={look}>
			<span className="sp-door-picture" aria-hidden="true">
				{picture}
			</span>
			<span>
				<b>{title}</b>
				{words ? <span className="sp-door-words">{words}</span> : null}
			</span>
			<ChevronRight aria-hidden="true" />
		</Link>
	);
}
