import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { Outlet } from "react-router";
import { asProblem } from "../../lib/problems.ts";
import { planQuery, useFamilyId } from "../../plans/queries.ts";
import { Page } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";

const OwnPart = lazy(() => import("./own-part.tsx"));

/** The family's pages; for somebody of the family who may not read the plan, a kind word instead of a refusal. */
export function FamilyOutlet() {
	const { error } = useQuery(planQuery(useFamilyId()));
	if (!error || asProblem(error).code !== "not-allowed") return <Outlet />;
	return (
		<Suspense
			fallback={
				<Page width="text">
					<Loading />
				</Page>
			}
		>
			<OwnPart />
		</Suspense>
	);
}
