import { lazy } from "react";
import { useCan } from "../../plans/queries.ts";
import "../people.css";
import { OurPeople } from "../parts/our-people.tsx";

// A phone does not load what only a coordinator uses.
const FamilySheet = lazy(() => import("../parts/family-sheet.tsx"));

/** The people of a family: a sheet for who writes it, "who belongs with us" for everyone else. */
export default function PeoplePage() {
	const can = useCan();
	return can("people.write") ? <FamilySheet /> : <OurPeople />;
}
