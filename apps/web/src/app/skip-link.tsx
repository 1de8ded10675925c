import { useText } from "../lib/text.tsx";

/** The first stop of the keyboard: past the navigation. */
export function SkipLink() {
	const say = useText();
	return (
		// biome-ignore lint/a11y/useValidAnchor: it is a link to a place on this page; the router must not see it.
		<a
			className="sp-skip"
			href="#content"
			onClick={(event) => {
				event.preventDefault();
				const content = document.querySelector<HTMLElement>("#content h1") ?? document.getElementById("content");
				content?.focus();
			}}
		>
			{say("shell.skip")}
		</a>
	);
}
