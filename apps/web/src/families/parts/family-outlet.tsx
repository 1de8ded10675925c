import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Outlet, useMatch } from "react-router";
import { asProblem } from "../../lib/problems.ts";
import { planQuery, useFamilyId } from "../../plans/queries.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { useMay, useOwnPartOnly } from "../use-may.ts";

const OwnPart = lazy(() => import("./own-part.tsx"));
const NothingHere = lazy(() => import("./nothing-here.tsx"));

/**
 * The family's pages; for somebody who may not read the plan their own part of it, without asking for more first, and for somebody
 * who is out a kind word. What an open page showed is gone with the next request.
 */
export function FamilyOutlet() {
	const may = useMay();
	const ownPartOnly = useOwnPartOnly();
	const { error } = useQuery({ ...planQuery(useFamilyId()), enabled: !ownPartOnly });
	const code = ownPartOnly ? "not-allowed" : error ? asProblem(error).code : undefined;
	// What is kept about oneself is for everyone of the family, also who does not read the plan.
	const myData = useMatch("/families/:familyId/my-data/*") !== null && may("request.make");
	if (myData || (code !== "not-allowed" && code !== "not-found")) return <Outlet />;
	return (
		<Suspense
			fallback={
				<Page width="text">
					<Loading />
				</Page>
			}
		>
			{code === "not-found" ? <NothingHere /> : <OwnPart />}
		</Suspense>
	);
}
