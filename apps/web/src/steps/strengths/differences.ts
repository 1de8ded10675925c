import type { View } from "@samenplan/contract/steps";

type Said = Pick<View, "personId" | "subject" | "aboutPersonId">;

const isGood = ({ subject }: Said) => subject === "strength" || subject === "resource";
const isHard = ({ subject }: Said) => subject === "concern" || subject === "safety";

/**
 * Whether people see one theme differently: somebody only says that it goes well, and somebody else only that it is hard, about the
 * same person or about everyone. Somebody who says both sees both sides, and differs from nobody. It says where to talk, not who is right.
 */
export function seenDifferently(views: readonly Said[]): boolean {
	const sees = (personId: string, which: (said: Said) => boolean) => views.some((said) => said.personId === personId && which(said));
	const good = views.filter((said) => isGood(said) && !sees(said.personId, isHard));
	const hard = views.filter((said) => isHard(said) && !sees(said.personId, isGood));
	return good.some((one) => hard.some((other) => sameSubject(one, other)));
}

const sameSubject = (one: Said, other: Said) =>
	one.aboutPersonId === null || other.aboutPersonId === null || one.aboutPersonId === other.aboutPersonId;
