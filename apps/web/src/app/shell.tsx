import { lazy, Suspense } from "react";
import { useMatch } from "react-router";
import { useLive } from "../lib/live.ts";
import { useMe } from "../lib/me.ts";
import { Page } from "../ui/layout.tsx";
import { Loading } from "../ui/notice.tsx";
import { FamilyShell } from "./family-shell.tsx";

const ProfessionalShell = lazy(() => import("./professional-shell.tsx"));

/** The frame around every page, as the server says it fits; under a family's address the live stream runs. */
export function Shell() {
	const me = useMe();
	const familyId = useMatch("/families/:familyId/*")?.params.familyId;
	useLive(familyId === "new" ? undefined : familyId);
	if (me.side === "family") return <FamilyShell />;
	return (
		<Suspense
			fallback={
				<Page>
					<Loading />
				</Page>
			}
		>
			<ProfessionalShell />
		</Suspense>
	);
}
