import { isOwnYoungChild } from "@samenplan/access/age";
import { type Step, type StepKind, type View, writeStep } from "@samenplan/contract/steps";
import { today } from "../plans/facts.ts";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../plans/queries.ts";

const notYet = (kind: StepKind): Step => ({
	id: "",
	kind,
	state: "not_started",
	conclusion: "",
	professionalConclusion: "",
	agreements: "",
	concludedAt: null,
	reopenedBecause: "",
	version: 1,
});

/** One of the six steps of the plan on the screen. */
export function useStep(kind: StepKind): Step {
	return usePlan().steps.find((step) => step.kind === kind) ?? notYet(kind);
}

/** Writes one of the texts of a step; the others stay as they are. */
export function useWriteStep(kind: StepKind) {
	const familyId = useFamilyId();
	const write = useFamilyWrite(writeStep);
	return (what: "conclusion" | "professionalConclusion" | "agreements") => (text: string, version: number) =>
		write.mutateAsync({ params: { familyId, kind }, body: { [what]: text, version } });
}

/** What people said, oldest first. */
export function useViews(which: (view: View) => boolean): View[] {
	return usePlan().views.filter(which);
}

/** Whose words the reader can write down: anybody's at the table, or those of their own child under 12. */
export function useMayRecord(): (personId: string) => boolean {
	const can = useCan();
	const { viewer, family } = usePlan();
	if (can("view.record")) return () => true;
	if (!can("view.record_child")) return () => false;
	const young = family.persons.filter(
		(person) => person.relation === "child" && !person.hasAccount && isOwnYoungChild(person, viewer.personId, family.authorities, today()),
	);
	return (personId) => young.some(({ id }) => id === personId);
}
