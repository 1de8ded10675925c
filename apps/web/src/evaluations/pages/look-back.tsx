import { lazy, Suspense } from "react";
import { useMe } from "../../lib/me.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";

const Mine = lazy(() => import("../parts/my-look-back.tsx"));
const Together = lazy(() => import("../parts/lead-look-back.tsx"));

/** Step 6: the family prepares and reads here, the professional brings it together. */
export default function LookBackPage() {
	const { side } = useMe();
	return (
		<Suspense
			fallback={
				<Page width="text">
					<Loading shape="cards" />
				</Page>
			}
		>
			{side === "family" ? <Mine /> : <Together />}
		</Suspense>
	);
}
