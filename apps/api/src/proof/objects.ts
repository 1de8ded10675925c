import type { PlantedRow } from "@samenplan/testing/planted-rows";

/** Parameters that are called otherwise than the table whose rows they name. */
const tableOf: Record<string, string> = {
	tieId: "network_tie",
	optionId: "help_option",
	requestId: "privacy_request",
	adviceId: "review_advice",
	holdId: "legal_hold",
	patternId: "odd_pattern",
	emergencyId: "emergency_access",
	recoveryId: "account_recovery",
	// Of one kind each; the others are refused before anything is looked up.
	textId: "view",
	objectId: "goal",
};
/** Not rows of a family. */
const notOfFamily = ["personId", "accountId", "sessionId", "passkeyId", "code", "kind", "object"];

/** Rows of a family that a parameter of a path can name: the first and the last ones, so that every audience is among them. */
export function idsFor(parameter: string, rows: readonly PlantedRow[], persons: readonly string[]): string[] {
	if (parameter === "personId") return [...persons];
	if (notOfFamily.includes(parameter)) return [];
	const table = tableOf[parameter] ?? parameter.replace(/Id$/, "").replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	const of = rows.filter((row) => row.table === table);
	if (table === "privacy_request") return requestsFor(of);
	const ids = of.map(({ row }) => row.id as string);
	if (ids.length === 0) throw new Error(`Say in objects.ts which table {${parameter}} names.`);
	return ids.length <= 4 ? ids : [...ids.slice(0, 2), ...ids.slice(-2)];
}

/** A file is given out on an inspection that is done, to whoever asked: one of each asker, and one request that gives nothing. */
function requestsFor(rows: readonly PlantedRow[]): string[] {
	const givesOut = ({ row }: PlantedRow) => row.kind === "inspection" && row.state === "done";
	const ofAsker = new Map(rows.filter(givesOut).map(({ row }) => [row.person_id, row.id as string]));
	const others = rows.filter((each) => !givesOut(each)).map(({ row }) => row.id as string);
	return [...ofAsker.values(), ...others.slice(0, ofAsker.size > 0 ? 1 : 4)];
}

/** The parameters of a path beside the family. */
export const nestedParameters = (path: string): string[] =>
	[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string).filter((name) => name !== "familyId");
