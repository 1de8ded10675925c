import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useText } from "../lib/text.tsx";

type NoticeProps = {
	kind?: "info" | "positive" | "warning" | "problem";
	title?: ReactNode;
	children?: ReactNode;
	actions?: ReactNode;
	/** Read out when it appears; `problem` always is. */
	live?: boolean;
};

const pictures = { info: Info, positive: CircleCheck, warning: TriangleAlert, problem: CircleAlert };

/** Something the reader should know, in place. */
export function Notice({ kind = "info", title, children, actions, live }: NoticeProps) {
	const Picture = pictures[kind];
	return (
		<div className="sp-notice" data-kind={kind} role={kind === "problem" ? "alert" : live ? "status" : undefined}>
			<Picture aria-hidden="true" />
			<div>
				{title ? <b>{title}</b> : null}
				{children}
				{actions ? (
					<div className="sp-row sp-notice-actions" data-gap="sm">
						{actions}
					</div>
				) : null}
			</div>
		</div>
	);
}

type EmptyStateProps = {
	picture?: ReactNode;
	/** What there is not (yet). */
	title: ReactNode;
	/** What to do next, or who does it. */
	children: ReactNode;
	actions?: ReactNode;
	level?: 2 | 3;
};

/** Nothing here yet: says what to do next. */
export function EmptyState({ picture, title, children, actions, level = 2 }: EmptyStateProps) {
	const Heading = level === 2 ? "h2" : "h3";
	return (
		<div className="sp-empty">
			{picture ? (
				<span className="sp-empty-picture" aria-hidden="true">
					{picture}
				</span>
			) : null}
			<Heading>{title}</Heading>
			<p>{children}</p>
			{actions ? (
				<div className="sp-row" data-gap="sm">
					{actions}
				</div>
			) : null}
		</div>
	);
}

/** The shape of what comes, and words that say what is loading. Appears only when it takes longer than a blink. */
export function Loading({ what, shape = "lines" }: { what?: string; shape?: "lines" | "cards" }) {
	const say = useText();
	return (
		<div className="sp-loading" role="status">
			<p>{what ?? say("ui.loading")}</p>
			{shape === "cards" ? (
				<>
					<div className="sp-bone" data-kind="card" />
					<div className="sp-bone" data-kind="card" />
					<div className="sp-bone" data-kind="card" />
				</>
			) : (
				<>
					<div className="sp-bone" style={{ inlineSize: "min(100%, 34rem)" }} />
					<div className="sp-bone" style={{ inlineSize: "min(92%, 29rem)" }} />
					<div className="sp-bone" style={{ inlineSize: "min(64%, 20rem)" }} />
				</>
			)}
		</div>
	);
}
