import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Outlet, useMatch } from "react-router";
import { asProblem } from "../../lib/problems.ts";
import { planQuery, useFamilyId } from "../../plans/queries.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ownPartQuery } from "../own-part-query.ts";
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
	const familyId = useFamilyId();
	const { error } = useQuery({ ...planQuery(familyId), enabled: !ownPartOnly });
	const code = ownPartOnly ? "not-allowed" : error ? asProblem(error).code : undefined;
	// What is kept about oneself is for everyone of the family, also who does not read the plan.
	const myData = useMatch("/families/:familyId/my-data/*") !== null && may("request.make");
	const part = useQuery({ ...ownPartQuery(familyId), enabled: !myData && code === "not-allowed" });
	if (myData || (code !== "not-allowed" && code !== "not-found")) return <Outlet />;
	const out = code === "not-found" || (part.error && asProblem(part.error).code === "not-found");
	if (part.error && !out)
		return (
			<Page width="text">
				<ProblemNotice error={part.error} onRetry={() => void part.refetch()} />
			</Page>
		);
	return (
		<Suspense
			fallback={
				<Page width="text">
					<Loading />
				</Page>
			}
		>
			{out ? <NothingHere /> : <OwnPart />}
		</Suspense>
	);
}
