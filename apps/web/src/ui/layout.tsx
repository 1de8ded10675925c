import { ArrowLeft } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "react-router";

type Gap = "2xs" | "xs" | "sm" | "md" | "lg" | "xl";

/** The white room around a page. `text` for reading and forms, `wide` for overviews. */
export function Page({ width = "wide", children }: { width?: "text" | "wide"; children: ReactNode }) {
	return (
		<div className="sp-page" data-width={width}>
			{children}
		</div>
	);
}

export function Stack({ gap = "md", children, className = "" }: { gap?: Gap; children: ReactNode; className?: string }) {
	return (
		<div className={`sp-stack ${className}`} data-gap={gap}>
			{children}
		</div>
	);
}

type RowProps = {
	gap?: Gap;
	align?: "center" | "start" | "baseline";
	/** First and last at the edges. */
	spread?: boolean;
	children: ReactNode;
	className?: string;
};

/** Things beside each other that wrap when there is no room. */
export function Row({ gap = "sm", align = "center", spread, children, className = "" }: RowProps) {
	return (
		<div className={`sp-row ${className}`} data-gap={gap} data-align={align} data-spread={spread}>
			{children}
		</div>
	);
}

/** Cards of equal width, as many beside each other as fit. */
export function Grid({ gap = "md", column = "17rem", children }: { gap?: Gap; column?: string; children: ReactNode }) {
	return (
		<div className="sp-grid" data-gap={gap} style={{ "--sp-column": column } as CSSProperties}>
			{children}
		</div>
	);
}

/** The main thing, with something beside it (conversation, who can read this); below each other on a phone. */
export function Beside({ children, aside }: { children: ReactNode; aside: ReactNode }) {
	return (
		<div className="sp-beside">
			<div className="sp-stack" data-gap="xl">
				{children}
			</div>
			<aside>{aside}</aside>
		</div>
	);
}

type PageTitleProps = {
	/** The name of the page: heading and document title. */
	title: string;
	/** One sentence: what this page is for. */
	intro?: ReactNode;
	/** A picture before the title, for example a `StepMark`. */
	mark?: ReactNode;
	/** Where one came from. */
	back?: { to: string; label: ReactNode };
	/** Buttons beside the title. */
	actions?: ReactNode;
};

let lastHeard: string | undefined;

/** The heading of a page. Names the document, and takes the focus after a navigation so that everyone hears where they are. */
export function PageTitle({ title, intro, mark, back, actions }: PageTitleProps) {
	const heading = useRef<HTMLHeadingElement>(null);
	const { pathname } = useLocation();
	useEffect(() => {
		document.title = `${title} · Samenplan`;
	}, [title]);
	useEffect(() => {
		const moved = lastHeard !== undefined && lastHeard !== pathname;
		lastHeard = pathname;
		if (moved) heading.current?.focus({ preventScroll: true });
	}, [pathname]);
	return (
		<header className="sp-title">
			{back ? (
				<Link className="sp-back" to={back.to}>
					<ArrowLeft size="1.1em" aria-hidden="true" />
					{back.label}
				</Link>
			) : null}
			<div className="sp-title-row">
				<div className="sp-title-words">
					<div className="sp-title-with-mark">
						{mark}
						<h1 ref={heading} tabIndex={-1}>
							{title}
						</h1>
					</div>
					{intro ? <p className="sp-title-intro">{intro}</p> : null}
				</div>
				{actions ? <Row>{actions}</Row> : null}
			</div>
		</header>
	);
}

type SectionProps = {
	title: ReactNode;
	/** One sentence under the title. */
	intro?: ReactNode;
	actions?: ReactNode;
	/** Heading level; 2 unless the section stands inside another. */
	level?: 2 | 3;
	/** Anchor of the section. */
	id?: string;
	children?: ReactNode;
};

/** A part of a page with its own heading. Space parts it from the next, not a line. */
export function Section({ children, id, ...title }: SectionProps) {
	return (
		<section className="sp-section" id={id}>
			<SectionTitle {...title} />
			{children}
		</section>
	);
}

function SectionTitle({ title, intro, actions, level = 2 }: Omit<SectionProps, "children" | "id">) {
	const Heading = level === 2 ? "h2" : "h3";
	return (
		<div className="sp-section-title">
			<Heading>{title}</Heading>
			{actions ? <Row gap="xs">{actions}</Row> : null}
			{intro ? <p>{intro}</p> : null}
		</div>
	);
}
