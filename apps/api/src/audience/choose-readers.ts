import type { Audience } from "@samenplan/access/audiences";
import { audiencesOf, inCore } from "@samenplan/access/readers";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem, moveNotPossible } from "../http/problems.ts";
import { type Reader, readersAround } from "./around.ts";

export type Choice = { audience: Audience; readers: readonly string[]; consentId?: string | undefined };
/** What is kept with the text. */
export type Readers = { audience: Audience; readers: string[]; consentId: string | null };
type About = {
	/** Whose consent it takes when people outside the plan are to read it: who it is about, or else whose words they are. */
	subject: string;
	/** Whose words they are, when somebody else writes them down: they always read them. */
	whose?: string;
};

/**
 * Who will read a text that is being written. Nobody writes what they may not read; whoever is named belongs to the family or is its
 * coordinator; and outside the plan it goes only with consent.
 *
 * @throws HttpProblem `invalid-input` at `audience` or `readers`; `move-not-possible` with `consent-needed`
 */
export async function chooseReaders(tx: ActorTx, choice: Choice, about: About): Promise<Readers> {
	assertOffered(tx, choice.audience);
	if (choice.audience !== "named" && choice.audience !== "circle") {
		await assertConsentIsHere(tx, choice.consentId);
		return { audience: choice.audience, readers: [], consentId: null };
	}
	const around = await readersAround(tx);
	const readers = choice.audience === "named" ? namedReaders(tx, choice.readers, around, about.whose) : [];
	const subjects = subjectsOf(tx, { subject: about.subject, whose: about.whose ?? tx.actor.personId });
	return { audience: choice.audience, readers, consentId: await consentOutside(tx, { ...choice, readers }, around, subjects) };
}

/** A consent that is named is one of this family, also where nothing takes consent. */
async function assertConsentIsHere(tx: ActorTx, consentId: string | undefined): Promise<void> {
	if (consentId === undefined) return;
	const here = await tx.db.consent.findFirst({ where: { id: consentId, familyId: tx.familyId }, select: { id: true } });
	if (!here) throw moveNotPossible([], ["consent-needed"]);
}

/** Private family time is written by the family, and for professionals only by them: nobody writes what they may not read. */
export function assertOffered(tx: ActorTx, audience: Audience): void {
	if (!audiencesOf(tx.actor.relations).includes(audience))
		throw new HttpProblem("invalid-input", { errors: [{ path: "audience", code: "invalid" }] });
}

/** The persons of `named`, each once, without the writer, who reads it anyway. */
export function namedReaders(tx: ActorTx, named: readonly string[], around: readonly Reader[], whose?: string): string[] {
	const readers = [...new Set(named)];
	if (!readers.some((id) => id !== tx.actor.personId))
		throw new HttpProblem("invalid-input", { errors: [{ path: "readers", code: "required" }] });
	const unknown = readers.flatMap((id, index) => (around.some((person) => person.id === id) ? [] : [`readers.${index}`]));
	if (unknown.length > 0)
		throw new HttpProblem("invalid-input", { errors: unknown.map((path) => ({ path, code: "unknown-person" as const })) });
	return [...new Set([...readers, ...(whose === undefined ? [] : [whose])])].filter((id) => id !== tx.actor.personId);
}

type Subjects = { subject: string; also: string | null; whose: string };

/**
 * Whose consent it takes. A parent who writes down what their young child said cannot make it their own matter by saying that it is
 * about themselves: it takes the consent for the child, and whoever else it is about has to be the parent's own to speak for.
 */
export function subjectsOf(tx: ActorTx, { subject, whose }: { subject: string; whose: string }): Subjects {
	const forChild = whose !== tx.actor.personId && tx.grant("view.record") !== "yes";
	return forChild ? { subject: whose, also: subject === whose ? null : subject, whose } : { subject, also: null, whose };
}

/**
 * The consent by which people outside the core of the plan read a text; nothing when nobody outside does, or when the writer is the
 * only one who has to consent.
 * @throws HttpProblem `move-not-possible` with `consent-needed`
 */
export async function consentOutside(tx: ActorTx, choice: Choice, around: readonly Reader[], about: Subjects): Promise<string | null> {
	const core = new Set(around.filter(inCore).map(({ id }) => id));
	// Whose words they are stays their reader, also a child that has no way in yet: nobody outside by that.
	const outside = choice.readers.filter((id) => !core.has(id) && id !== about.whose);
	if (choice.audience !== "circle" && outside.length === 0) {
		await assertConsentIsHere(tx, choice.consentId);
		return null;
	}
	const [row] = await tx.sql<{ must: string[]; consent: string | null; also: string[] }>({
		text: `select app.who_must_consent($1)::text[] as must, app.consent_to_share($1, $2, $3) as consent,
			case when $4::uuid is null then array[$5]::text[] else app.who_must_consent($4)::text[] end as also`,
		values: [about.subject, outside, choice.consentId ?? null, about.also, tx.actor.personId],
	});
	const mine = (must: readonly string[]) => must.length > 0 && must.every((id) => id === tx.actor.personId);
	if (row && mine(row.also)) {
		if (row.consent) return row.consent;
		if (mine(row.must) && choice.consentId === undefined) return null;
	}
	throw moveNotPossible([], ["consent-needed"]);
}
