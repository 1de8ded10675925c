import { useText } from "../../../lib/text.tsx";

/** The parts of a long page, to go to at once. */
export function OnThisPage({ parts }: { parts: readonly { id: string; title: string }[] }) {
	const say = useText();
	return (
		<nav className="step-on-page" aria-label={say("strengths.on-page")}>
			<ul>
				{parts.map(({ id, title }) => (
					<li key={id}>
						<a href={`#${id}`}>{title}</a>
					</li>
				))}
			</ul>
		</nav>
	);
}
