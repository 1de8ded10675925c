import { createContext, type ReactNode, useContext } from "react";

/** Whether the step is the whole page, or stands under a title or in a dialog. */
export const WholePage = createContext(false);

/** What this step of signing in is about. */
export function StepHeading({ id, children }: { id: string; children: ReactNode }) {
	const Heading = useContext(WholePage) ? "h1" : "h2";
	return <Heading id={id}>{children}</Heading>;
}
