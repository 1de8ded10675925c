import { lazy, Suspense } from "react";
import { useMe } from "../../lib/me.ts";
import { useCan } from "../../plans/queries.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";

const Advice = lazy(() => import("../parts/family-advice.tsx"));
const Asking = lazy(() => import("../parts/lead-reviews.tsx"));
const Case = lazy(() => import("../parts/case.tsx"));

/** Thinking along, as each one needs it: the family reads, the coordinator asks and answers, the scientist has the case on one page. */
export default function FamilyReviewsPage() {
	const { side } = useMe();
	const can = useCan();
	return (
		<Suspense
			fallback={
				<Page>
					<Loading shape="cards" />
				</Page>
			}
		>
			{side === "family" ? <Advice /> : can("review.advise") ? <Case /> : <Asking />}
		</Suspense>
	);
}
