import { useCan } from "../../plans/queries.ts";
import "../people.css";
import { FamilySheet } from "../parts/family-sheet.tsx";
import { OurPeople } from "../parts/our-people.tsx";

/** The people of a family: a sheet for who writes it, "who belongs with us" for everyone else. */
export default function PeoplePage() {
	const can = useCan();
	return can("people.write") ? <FamilySheet /> : <OurPeople />;
}
