import { lazy, Suspense } from "react";
import { useMe } from "../../lib/me.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";

const FamilyHome = lazy(() => import("../parts/family-home.tsx"));
const Overview = lazy(() => import("../parts/overview.tsx"));

/** Where one lands in a family: the family at home, professionals at the overview. */
export default function FamilyStart() {
	const { side } = useMe();
	return (
		<Suspense
			fallback={
				<Page width={side === "family" ? "text" : "wide"}>
					<Loading shape="cards" />
				</Page>
			}
		>
			{side === "family" ? <FamilyHome /> : <Overview />}
		</Suspense>
	);
}
