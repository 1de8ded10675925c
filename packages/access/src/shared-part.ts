/** A part of the plan as far as it says whom it is about; `words` and `writtenBy` only of what somebody asks of their own people. */
export type PartWords =
	| { object: "goal"; forKind: string | null; forPersonId: string | null }
	| { object: "ask"; text: string; writtenBy: string }
	| { object: "help" | "plan_version" };
/** Who is in the family now. */
export type PartFamily = { children: readonly { id: string; givenName: string }[]; parentIds: readonly string[] };

const ofParents = ["parent", "parents_together"];

/**
 * Whom a part of the plan is about. It is shared on the consent of every one of them: nobody shares a child's matters as if they were
 * their own, nor those of two children on what was agreed about one. A goal for somebody is about that person, one of parents about
 * the parents; what is asked of the own people is about the children it names, otherwise about whoever wrote it; everything else is
 * about every child of the family, or where there is none about the parents. The database says the same (`app.part_is_about`); a test
 * compares the two.
 *
 * @returns person ids, sorted; empty in a family without parents and children, and then nothing is shared
 */
export function partIsAbout(part: PartWords, { children, parentIds }: PartFamily): string[] {
	const everyone = children.length > 0 ? children.map(({ id }) => id) : [...parentIds];
	return [...about(part, { children, parentIds }, everyone)].sort();
}

function about(part: PartWords, { children, parentIds }: PartFamily, everyone: readonly string[]): readonly string[] {
	if (part.object === "goal") {
		if (part.forPersonId !== null) return [part.forPersonId];
		return part.forKind !== null && ofParents.includes(part.forKind) && parentIds.length > 0 ? parentIds : everyone;
	}
	if (part.object !== "ask") return everyone;
	const text = part.text.toLocaleLowerCase("nl");
	const named = children.filter(({ givenName }) => givenName !== "" && text.includes(givenName.toLocaleLowerCase("nl")));
	if (named.length > 0) return named.map(({ id }) => id);
	const writerIsFamily = parentIds.includes(part.writtenBy) || children.some(({ id }) => id === part.writtenBy);
	return writerIsFamily ? [part.writtenBy] : everyone;
}
