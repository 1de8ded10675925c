import { audiences as everyAudience } from "@samenplan/access/audiences";
import { z } from "zod";
import type { TakenFile } from "./endpoint.ts";

/** Building blocks shared by the endpoint files; each names a kind of value, not a noun of the domain. */

export const id = z.uuid();
/** A day without a time, `YYYY-MM-DD`, as the calendar in Europe/Amsterdam shows it. */
export const day = z.iso.date();
/** A moment in UTC, ISO 8601. */
export const moment = z.iso.datetime({ offset: true });
/**
 * On one line, whatever was pasted: names travel into mails and onto cards, where a line break, or a sign that turns the reading
 * direction round, would let somebody write a text of their own.
 */
const onOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ");
/** A line: trimmed, at least one character. */
export const line = z.string().overwrite(onOneLine).trim().min(1).max(200);
export const optionalLine = z.string().overwrite(onOneLine).trim().max(200);
/** Words of a person: trimmed, may be empty while half-filled. */
export const words = z.string().trim().max(10_000);
export const someWords = z.string().trim().min(1).max(10_000);
/** The version an edit started from. */
export const version = z.number().int().min(1);
export const languages = ["nl", "en", "pl", "tr", "ar"] as const;
export const language = z.enum(languages);
export type Language = z.infer<typeof language>;
export const audiences = everyAudience;
export const audience = z.enum(audiences);
/** Who may read a text that is written; `readers` counts with `named`, and is at least one person of the family or its coordinator. */
export const readersChoice = {
	audience: audience.default("core"),
	readers: z.array(z.uuid()).max(50).default([]),
	/** The consent to share it outside the plan; left out, one that stands and fits is taken. */
	consentId: z.uuid().optional(),
};
/** How far somebody's telephone, e-mail or address may be known: the professionals of the plan, the family too, everyone involved. */
export const contactAudience = z.enum(["staff", "core", "circle"]);
export type ContactAudience = z.infer<typeof contactAudience>;

export const familyParams = z.strictObject({ familyId: id });
/** What a creating call answers when the screen refetches the rest itself. */
export const created = z.object({ id });

/** Parameters of a family's nested object, for example `within("goalId")`. */
export function within<const Name extends string>(name: Name) {
	return z.strictObject({ familyId: id, [name]: id } as { familyId: typeof id } & Record<Name, typeof id>);
}

/** Lines on one page of a list that grows; a caller may ask for fewer or more, up to {@link mostOfPage}. */
export const usualPage = 50;
export const mostOfPage = 200;
/** Of a list that comes in pages: `next` of the page before, and how many. */
export const page = {
	after: id.optional(),
	limit: z.coerce.number().int().min(1).max(mostOfPage).default(usualPage),
};

/** The answer of an endpoint that gives out a file. */
export const takenFile = z.custom<TakenFile>();
