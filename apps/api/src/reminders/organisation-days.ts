import type { EndpointParsed, EndpointResponse } from "@samenplan/contract/endpoint";
import type * as reminders from "@samenplan/contract/reminders";
import { type DueSettings, dueDefaults, dueSettingsOf } from "@samenplan/plan-rules/due-dates";
import type { ActorTx } from "../http/as-actor.ts";

/** The days of R5-R10 as the organisation of whoever acts set them; what it did not set is the default. */
export async function organisationDays(tx: Pick<ActorTx, "sql">): Promise<DueSettings> {
	const [row] = await tx.sql<{ settings: Partial<DueSettings> }>({
		name: "organisation_days",
		text: "select settings from organisation where id = app.organisation()",
	});
	return daysAmong(row?.settings);
}

/** The days among the settings of an organisation, without what else stands there. */
export function daysAmong(settings: unknown): DueSettings {
	const all = dueSettingsOf(settings as Partial<DueSettings> | undefined);
	return Object.fromEntries(Object.keys(dueDefaults).map((name) => [name, all[name as keyof DueSettings]])) as DueSettings;
}

/** The days as they are here, beside what is usual. */
export async function readOrganisationDays(tx: ActorTx): Promise<EndpointResponse<typeof reminders.readOrganisationDays>> {
	return { days: await organisationDays(tx), usual: dueDefaults };
}

/** Sets the days; reminders that wait follow at the next look, every hour, and signals at once. */
export async function setOrganisationDays(tx: ActorTx, { body }: EndpointParsed<typeof reminders.setOrganisationDays>): Promise<undefined> {
	await tx.sql({ text: "select app.set_days($1)", values: [JSON.stringify(body.days)] });
	return undefined;
}
