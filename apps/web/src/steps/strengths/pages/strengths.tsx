import { lazy, Suspense } from "react";
import { useCan } from "../../../plans/queries.ts";
import { Page } from "../../../ui/layout.tsx";
import { Loading } from "../../../ui/notice.tsx";
import "../../steps.css";
import "../strengths.css";

const AtTheTable = lazy(() => import("../parts/strengths-together.tsx"));
const OwnWords = lazy(() => import("../parts/strengths-own.tsx"));

/** Step 2: who steers has all themes at hand; the family sees one theme at a time. */
export default function StrengthsPage() {
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
