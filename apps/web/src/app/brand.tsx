import { Link } from "react-router";
import { useText } from "../lib/text.tsx";

/** The sign: a roof with an open embrace under it. */
export function BrandMark({ size = "2.1rem" }: { size?: string }) {
	return (
		<svg viewBox="0 0 48 48" aria-hidden="true" style={{ inlineSize: size, blockSize: size }} className="sp-brand-mark">
			<rect width="48" height="48" rx="14" />
			<path d="M14 33V21l10-8 10 8v12" />
			<path className="sp-brand-warm" d="M18 30.5c3.4-5.4 8.6-5.4 12 0" />
		</svg>
	);
}

export function Brand() {
	const say = useText();
	return (
		<Link to="/" className="sp-brand">
			<BrandMark />
			{say("shell.brand")}
		</Link>
	);
}
