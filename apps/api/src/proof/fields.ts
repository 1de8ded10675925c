import type { CastMember } from "./cast.ts";

/** Endpoint -> path of a field -> who got it. */
export type Fields = Record<string, Record<string, Set<string>>>;

/** Notes which fields an answer has, under the relation (or the duty) of who got it. */
export function fieldsIn(fields: Fields, endpoint: string, member: CastMember, answer: unknown): void {
	const as = member.relations[0] ?? (member.duties.length > 0 ? `(${member.duties[0]})` : member.signedIn ? "(no relation)" : "(anyone)");
	fields[endpoint] ??= {};
	const of = fields[endpoint] as Record<string, Set<string>>;
	const note = (path: string, value: unknown): void => {
		if (Array.isArray(value)) for (const each of value) note(`${path}[]`, each);
		else if (typeof value === "object" && value !== null)
			for (const [name, each] of Object.entries(value)) note(path === "" ? nameOf(name) : `${path}.${nameOf(name)}`, each);
		else {
			of[path] ??= new Set();
			(of[path] as Set<string>).add(as);
		}
	};
	note("", answer);
}

/** A key that is an identifier or a kind of something stands for all of them. */
const nameOf = (name: string) => (/^[0-9a-f]{8}-/.test(name) ? "{id}" : name);
