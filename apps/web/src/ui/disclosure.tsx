import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

type DisclosureProps = { title: ReactNode; children: ReactNode; open?: boolean };

/** More for who wants it. The title says what is inside. Printed open. */
export function Disclosure({ title, children, open }: DisclosureProps) {
	return (
		<details className="sp-disclosure" open={open}>
			<summary>
				<ChevronRight aria-hidden="true" />
				{title}
			</summary>
			<div>{children}</div>
		</details>
	);
}
