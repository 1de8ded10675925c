import { Outlet } from "react-router";
import { SkipLink } from "./skip-link.tsx";

/** The frame of pages for everyone: nothing but room. */
export function OpenFrame() {
	return (
		<>
			<SkipLink />
			<main id="content" className="sp-open">
				<Outlet />
			</main>
		</>
	);
}
