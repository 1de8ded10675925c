import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { TellPrint } from "../../audit/parts/tell-print.tsx";
import { FamilyOutlet } from "../../families/parts/family-outlet.tsx";
import { useOwnPartOnly } from "../../families/use-may.ts";
import { useMe } from "../../lib/me.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { OwnGrounds } from "../../ui/person.tsx";
import { planQuery, useFamilyId } from "../queries.ts";
import "../plans.css";

const Workspace = lazy(() => import("./workspace.tsx"));

/**
 * What stands around every page of a family: for professionals the workspace with the six steps along the side, for the family
 * nothing but room.
 */
export function FamilyFrame() {
	const ownPartOnly = useOwnPartOnly();
	const { data: plan } = useQuery({ ...planQuery(useFamilyId()), enabled: !ownPartOnly });
	return (
		<OwnGrounds personIds={plan?.family.persons.map(({ id }) => id) ?? []}>
			{ownPartOnly ? null : <TellPrint />}
			<FrameOfSide />
		</OwnGrounds>
	);
}

function FrameOfSide() {
	const { side } = useMe();
	if (side === "family") return <FamilyOutlet />;
	return (
		<Suspense
			fallback={
				<Page>
					<Loading />
				</Page>
			}
		>
			<Workspace />
		</Suspense>
	);
}
