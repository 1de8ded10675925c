import { fullName } from "@samenplan/language/names";
import type { Tx } from "../http/transaction.ts";
import { accountOfAddress } from "./account-of-address.ts";

/** An account that may sign in, with what signing in needs to know of its owner. */
export type KnownAccount = {
	id: string;
	personId: string;
	organisationId: string;
	email: string | null;
	/** When the present password was chosen; nothing when there is none. */
	passwordAt: Date | null;
	/** Employees need a second factor. */
	staff: boolean;
	givenName: string;
	familyName: string;
	name: string;
	language: string;
	organisation: string;
};

/** The hash of the password of an account; to compare one with, and for nothing else. */
export async function passwordOf(tx: Tx, accountId: string): Promise<string | null> {
	const [row] = await tx.sql<{ hash: string | null }>({ text: "select app.password_of($1) as hash", values: [accountId] });
	return row?.hash ?? null;
}

/** The account, when it exists and is not switched off. */
export async function knownAccount(tx: Tx, id: string): Promise<KnownAccount | undefined> {
	const account = await tx.db.account.findFirst({ where: { id, state: "active" }, include: { person: true } });
	if (!account) return undefined;
	const organisation = await tx.db.organisation.findUnique({ where: { id: account.organisationId }, select: { name: true } });
	const { personId, organisationId, email, passwordAt, person } = account;
	const { staff, givenName, familyName, language } = person;
	return {
		id,
		personId,
		organisationId,
		email,
		passwordAt,
		staff,
		givenName,
		familyName,
		name: fullName(person),
		language,
		organisation: organisation?.name ?? "",
	};
}

export async function knownAccountOfAddress(tx: Tx, email: string): Promise<KnownAccount | undefined> {
	const found = await accountOfAddress(tx, email);
	return found && knownAccount(tx, found.id);
}
