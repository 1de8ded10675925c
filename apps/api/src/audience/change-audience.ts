import { changeOfReaders, type ReadersChange } from "@samenplan/access/readers";
import type { narrowAudience as narrow, releaseText as release, widenAudience as widen } from "@samenplan/contract/audience";
import type { EndpointParsed } from "@samenplan/contract/endpoint";
import type { ActorTx } from "../http/as-actor.ts";
import { HttpProblem, moveNotPossible, notAllowed } from "../http/problems.ts";
import { isMyYoungChild } from "../people/my-young-child.ts";
import { readersAround } from "./around.ts";
import { assertOffered, consentOutside, namedReaders, subjectsOf } from "./choose-readers.ts";
import { keepReaders, type Text, tellReaders, textToChange } from "./texts.ts";

/**
 * Private family time goes to the coordinator when whose words they are says so; nobody else releases them. Taking it back is
 * narrowing again.
 */
export async function releaseText(tx: ActorTx, { params }: EndpointParsed<typeof release>): Promise<undefined> {
	const text = await textToChange(tx, params.kind, params.textId);
	if (text.whose !== tx.actor.personId) throw notAllowed();
	if (text.audience === "core") {
		tx.quiet();
		return;
	}
	if (text.audience !== "family") throw new HttpProblem("conflict", { current: shown(text) });
	await keepReaders(tx, params.kind, params.textId, { audience: "core", readers: [], consentId: null });
}

/** Takes readers away from one's own words; whoever could read them keeps the text of then. */
export async function narrowAudience(tx: ActorTx, { params, body }: EndpointParsed<typeof narrow>): Promise<undefined> {
	const text = await textToChange(tx, params.kind, params.textId);
	await assertMine(tx, text);
	const change = await changeTo(tx, text, body);
	if (change.kind === "same") {
		tx.quiet();
		return;
	}
	if (change.kind !== "narrower") throw moveNotPossible([], ["readers-widen-apart"]);
	tellReaders(tx, text.audience, body.audience);
	await keepReaders(tx, params.kind, params.textId, { audience: body.audience, readers: change.readers, consentId: null });
}

/** Gives a text to more people: one's own, or as the coordinator any text of the plan; outside the plan only with consent. */
export async function widenAudience(tx: ActorTx, { params, body }: EndpointParsed<typeof widen>): Promise<undefined> {
	const text = await textToChange(tx, params.kind, params.textId);
	if (tx.grant("audience.widen") !== "yes") await assertMine(tx, text);
	const change = await changeTo(tx, text, body);
	if (change.kind === "same") {
		tx.quiet();
		return;
	}
	// Taking readers away is for whose words they are; and only they let others read what was of the family alone.
	if (change.kind !== "wider") await assertMine(tx, text);
	const consentId = await consentOutside(tx, { ...body, readers: change.readers }, change.around, subjectsOf(tx, text));
	tellReaders(tx, text.audience, body.audience);
	await keepReaders(tx, params.kind, params.textId, { audience: body.audience, readers: change.readers, consentId });
}

type Wanted = EndpointParsed<typeof narrow>["body"];

async function changeTo(tx: ActorTx, text: Text, wanted: Wanted) {
	if (text.audience !== wanted.was) throw new HttpProblem("conflict", { current: shown(text) });
	assertOffered(tx, wanted.audience);
	const around = await readersAround(tx);
	// Whoever wrote it and whose words they are go on reading them, also when somebody else chooses the readers.
	const named = wanted.audience === "named" ? namedReaders(tx, wanted.readers, around, text.whose) : [];
	const readers =
		wanted.audience === "named" && text.written_by !== tx.actor.personId ? [...new Set([...named, tx.actor.personId])] : named;
	// Whose words they are is no reader that came or went, also a child that has no way in yet.
	const others = (ids: readonly string[]) => ids.filter((id) => id !== text.whose);
	const kind: ReadersChange = changeOfReaders(
		{ audience: text.audience, readers: others(text.readers) },
		{ audience: wanted.audience, readers: others(readers) },
		around,
		text.written_by,
	);
	return { kind, readers, around };
}

/** One's own words; or what one wrote down for somebody, as long as one records for them: as the coordinator, or for one's own young child. */
async function assertMine(tx: ActorTx, text: Text): Promise<void> {
	if (text.whose === tx.actor.personId) return;
	const speaks = tx.grant("view.record") === "yes" || (await isMyYoungChild(tx, text.whose));
	if (text.written_by !== tx.actor.personId || !speaks) throw notAllowed();
}

const shown = ({ audience, readers }: Text) => ({ audience, readers });
