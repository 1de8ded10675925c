import { lazy, Suspense } from "react";
import { useCan } from "../../../plans/queries.ts";
import { Page } from "../../../ui/layout.tsx";
import { Loading } from "../../../ui/notice.tsx";
import "../../steps.css";

const AtTheTable = lazy(() => import("../parts/clarify-together.tsx"));
const OwnWords = lazy(() => import("../parts/clarify-own.tsx"));

/** Step 1: who steers sees everyone beside each other; the family sees one idea at a time. */
export default function ClarifyPage() {
	const can = useCan();
	const wide = can("plan.steer") || !can("view.write");
	return (
		<Suspense
			fallback={
				<Page>
					<Loading />
				</Page>
			}
		>
			{wide ? <AtTheTable /> : <OwnWords />}
		</Suspense>
	);
}
