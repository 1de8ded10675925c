import { tellFamilyAtNetwork } from "../../packages/testing/src/family-at-network.ts";
import { tellFamilyAtStrengths } from "../../packages/testing/src/family-at-strengths.ts";
import { tellFamilyBeforeEvaluation } from "../../packages/testing/src/family-before-evaluation.ts";
import type { Place, StoryPerson } from "../../packages/testing/src/family-story.ts";
import { Rows, stableId } from "../../packages/testing/src/rows.ts";
import { caseloadOfMarit, familiesOfJoris, familiesOfSanne } from "./caseloads.ts";
import { tellLightFamily } from "./light-families.ts";
import { addOddReads } from "./odd-reads.ts";
import { addRequests } from "./requests.ts";

/**
 * Fills an empty database with invented people: one organisation with two teams, a coordinator with forty families of whom three
 * are told in depth, her colleagues, a team lead, two scientists and an administrator. Identifiers are the same each time, days
 * are counted from `now`. Everything or nothing: it is one transaction.
 */
export async function seedDemo(ownerUrl: string, now: Date = new Date()): Promise<void> {
	const rows = new Rows();
	const organisationId = stableId("organisation");
	const [north, south] = [stableId("team/noord"), stableId("team/zuid")];
	rows.add("organisation", { id: organisationId, name: "Samen Verder" });
	rows.add("team", { id: north, organisationId, name: "Team Noord" });
	rows.add("team", { id: south, organisationId, name: "Team Zuid" });

	const staff = (order: number, givenName: string, familyName: string, duties: string[], teamId: string, demoNote: string): StoryPerson => {
		const personId = stableId(`staff/${givenName}`);
		const accountId = stableId(`account/${givenName}`, order);
		const email = `${givenName}.${familyName}@demo.invalid`
			.normalize("NFD")
			.toLowerCase()
			.replaceAll("ı", "i")
			.replace(/[^a-z0-9.@]/g, "");
		rows.add("person", { id: personId, organisationId, givenName, familyName, staff: true, email });
		rows.add("account", { id: accountId, organisationId, personId, email, teamId, duties, demoNote });
		return { personId, accountId, givenName };
	};
	const marit = staff(1, "Marit", "Hoekstra", ["coordinator"], north, "Coördinator van veertig gezinnen. Begin hier.");
	const joris = staff(2, "Joris", "Bakker", ["coordinator"], north, "Coördinator in hetzelfde team, met zes gezinnen.");
	const sanne = staff(3, "Sanne", "de Graaf", ["coordinator"], south, "Coördinator in een ander team.");
	staff(4, "Fatma", "Yıldız", ["team_lead"], north, "Teamleider van Team Noord. Ziet cijfers, geen teksten.");
	const hanneke = staff(5, "Hanneke", "Vos", ["scientist"], north, "Gedragswetenschapper. Er wachten gezinnen op advies.");
	staff(6, "Idris", "el Amrani", ["scientist"], south, "Gedragswetenschapper. Denkt mee met beide teams.");
	staff(7, "Wouter", "Smit", ["administrator"], north, "Beheerder. Regelt accounts, ziet geen gezinnen.");
	staff(8, "Loes", "Timmer", ["privacy_officer"], north, "Privacyfunctionaris. Kijkt in het logboek en oordeelt over noodtoegang.");

	const place = (key: string, coordinator: StoryPerson, teamId = north): Place => ({ rows, key, now, organisationId, teamId, coordinator });
	tellFamilyAtStrengths(place("brouwer", marit));
	tellFamilyAtNetwork(place("visser-aydin", marit));
	tellFamilyBeforeEvaluation(place("de-wit-asante", marit));
	for (const [coordinator, families, teamId] of [
		[marit, caseloadOfMarit, north],
		[joris, familiesOfJoris, north],
		[sanne, familiesOfSanne, south],
	] as const)
		for (const [index, family] of families.entries())
			tellLightFamily(place(family.name, coordinator, teamId), family, index, { scientist: hanneke, colleague: joris });
	addOddReads(rows, now, { curious: joris, tried: "brouwer", late: sanne, own: familiesOfSanne[0]?.name ?? "" });
	addRequests(rows, now);
	await rows.save(ownerUrl);
}
