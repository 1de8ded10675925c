import { tellPrint } from "@samenplan/contract/audit";
import { useEffect } from "react";
import { useLocation } from "react-router";
import { call } from "../../lib/api.ts";
import { useFamilyId } from "../../plans/queries.ts";

/** Tells the server when a page of a family is printed: what goes onto paper is in the log, for the family to see. */
export function TellPrint() {
	const familyId = useFamilyId();
	const { pathname } = useLocation();
	useEffect(() => {
		const planVersionId = /\/versions\/([0-9a-f-]{36})$/.exec(pathname)?.[1];
		const body = planVersionId ? { what: "plan_version" as const, planVersionId } : { what: "plan" as const };
		// Without a connection it is printed from what the screen has; then there is nobody to tell.
		const tell = () => void call(tellPrint, { params: { familyId }, body }).catch(() => undefined);
		addEventListener("beforeprint", tell);
		return () => removeEventListener("beforeprint", tell);
	}, [familyId, pathname]);
	return null;
}
