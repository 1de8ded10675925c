import type { ContactMoment } from "@samenplan/contract/contacts";
import type { ContactMoment as Row } from "@samenplan/prisma/client";
import { dayOfColumn } from "../http/days.ts";

/** A moment of contact as it leaves the API: the same allowlist as in the whole plan. */
export function presentContact({ id, kind, heldOn, withWhom, text, language, writtenBy, version }: Row): ContactMoment {
	return { id, kind, heldOn: dayOfColumn(heldOn), withWhom, text, language, writtenBy, version };
}
