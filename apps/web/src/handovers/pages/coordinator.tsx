import { lazy, Suspense } from "react";
import { useMe } from "../../lib/me.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import "../handovers.css";

const FamilyCoach = lazy(() => import("../parts/family-coach.tsx"));
const LeadHandover = lazy(() => import("../parts/lead-handover.tsx"));

/** Who coordinates: the family reads, asks and answers; the coordinator hands over. */
export default function CoordinatorPage() {
	const { side } = useMe();
	return (
		<Suspense
			fallback={
				<Page width="text">
					<Loading />
				</Page>
			}
		>
			{side === "family" ? <FamilyCoach /> : <LeadHandover />}
		</Suspense>
	);
}
