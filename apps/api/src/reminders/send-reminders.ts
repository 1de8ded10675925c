import type { StepKind } from "@samenplan/contract/steps";
import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { dayInWords } from "@samenplan/language/dates";
import type { ReminderKind, ReminderRung } from "@samenplan/language/reminder-kinds";
import { digestMail, reminderMail } from "@samenplan/language/reminder-mails";
import { lookAsJob, nothingToDo, unlessDone } from "../http/look-as-job.ts";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { placeOf } from "./places.ts";
import { daysForSql } from "./plan-reminders.ts";

type Working = Pick<Services, "frame" | "config">;
/** As many in one transaction: few enough that a killed worker leaves little to do again, enough that the commit does not count. */
const batch = 100;
/** So many families are looked at in one transaction. */
const families = 500;

/**
 * Sends every reminder that is due. A batch is claimed, put into the outbox and written down in one transaction: with any number of
 * workers, and when one is killed half-way, each goes out exactly once. Who wants one message a day gets one.
 *
 * @returns how many reminders went out
 */
export async function sendDueReminders(services: Working): Promise<number> {
	let sent = 0;
	for (const digest of [false, true]) {
		let claimed = 0;
		// A look every minute that finds nothing leaves no trace; another worker may hold what is left.
		do {
			claimed = 0;
			await unlessDone(
				services.frame.asJob(
					{ name: "reminders", event: "reminder.send", action: "execute", object: "reminder", withoutEntry: true },
					async (tx) => {
						const batchOf = await sendBatch(tx, services.config.publicUrl, digest);
						if (batchOf.claimed === 0) throw nothingToDo();
						claimed = batchOf.claimed;
						sent += batchOf.sent;
					},
				),
			);
		} while (claimed > 0);
	}
	return sent;
}

/**
 * Looks which reminders are wanted now, and makes or stops them: for what has a day near, or for everyone when `all`. The moment a
 * reminder is sent this is asked again; so nothing needs to be told here when something is done.
 */
export async function refreshReminders({ frame }: Pick<Services, "frame">, { all = false }: { all?: boolean } = {}): Promise<void> {
	for (let after: string | null = null; ; ) {
		const [answer]: { next: string | null }[] = await frame.asJob(
			{ name: "reminders", event: "reminder.refresh", action: "execute", object: "reminder", withoutEntry: true },
			(tx) =>
				tx.sql<{ next: string | null }>({
					text: "select app.refresh_reminders($1, $2, $3, $4) as next",
					values: [after, families, all, daysForSql],
				}),
		);
		after = answer?.next ?? null;
		if (after === null) return;
	}
}

/** How many reminders wait that should have gone out. For whoever watches over the product. */
export async function countOverdue({ frame }: Pick<Services, "frame">): Promise<number> {
	const [row] = await lookAsJob(frame, "reminders", (tx) =>
		tx.sql<{ count: number }>({
			text: "select count(*)::int as count from reminder where sent_at is null and stopped_at is null and send_at < app.now() - interval '15 minutes'",
		}),
	);
	return row?.count ?? 0;
}

type Claimed = {
	claimed: number;
	/** Empty when nothing of what was claimed is still wanted. */
	id: string | null;
	family_id: string;
	kind: ReminderKind;
	about_id: string;
	person_id: string;
	rung: ReminderRung;
	due_on: string;
	given_name: string;
	staff: boolean;
	/** Coordinates the family. */
	coordinates: boolean;
	leads?: boolean;
	/** The step it is about, when it is about one. */
	step: StepKind | null;
	language: string;
	account_id: string;
	email: string;
};

async function sendBatch(tx: Tx, publicUrl: string, digest: boolean): Promise<{ claimed: number; sent: number }> {
	const rows = await tx.sql<Claimed>({
		name: "claim_reminders",
		text: "select * from app.claim_reminders($1, $2, $3)",
		values: [daysForSql, batch, digest],
	});
	const wanted = await withLeads(
		tx,
		rows.filter(({ id }) => id !== null),
	);
	if (wanted.length > 0) {
		const mails = digest ? byPerson(wanted).map((of) => mailOfTheDay(of, publicUrl)) : wanted.map((one) => mailOf(one, publicUrl));
		// The job that hands them over exists exactly when the mails do.
		await tx.sql({
			name: "reminders_said",
			text: `select graphile_worker.add_job('send-mails-now', json_build_object('mailIds', array_agg(m.id)), max_attempts := 1)
				from app.reminders_said($1) m (id) having count(*) > 0`,
			values: [JSON.stringify(mails)],
		});
	}
	return { claimed: rows[0]?.claimed ?? 0, sent: wanted.length };
}

/** Who leads a team, of those who hear of a family that they do not coordinate. */
async function withLeads(tx: Tx, reminders: Claimed[]): Promise<Claimed[]> {
	const others = reminders.filter(({ staff, coordinates }) => staff && !coordinates).map(({ account_id }) => account_id);
	if (others.length === 0) return reminders;
	const leads = await tx.sql<{ id: string }>({
		name: "leads_among",
		text: "select id from account where id = any($1) and 'team_lead' = any(duties)",
		values: [others],
	});
	return reminders.map((one) => ({ ...one, leads: leads.some(({ id }) => id === one.account_id) }));
}

const byPerson = (reminders: Claimed[]): Claimed[][] => [...Map.groupBy(reminders, ({ person_id }) => person_id).values()];

function mailOf(one: Claimed, publicUrl: string) {
	const language = catalogueLanguageOf(one.language);
	const said = reminderMail({ kind: one.kind, rung: one.rung, toStaff: one.staff }, language, {
		givenName: one.given_name,
		date: dayInWords(one.due_on, language),
		link: publicUrl + placeOf(one),
		choices: `${publicUrl}/me/messages`,
	});
	return { ...addressOf(one, language), familyId: one.family_id, kind: `${one.kind}_${one.rung}`, ...said, reminders: [one.id] };
}

/** Everything of one day together; about no family in particular. */
function mailOfTheDay(of: Claimed[], publicUrl: string) {
	const first = of[0] as Claimed;
	const language = catalogueLanguageOf(first.language);
	const said = digestMail(
		of.map((one) => ({
			kind: one.kind,
			rung: one.rung,
			toStaff: one.staff,
			date: dayInWords(one.due_on, language),
			link: publicUrl + placeOf(one),
		})),
		language,
		{ givenName: first.given_name, choices: `${publicUrl}/me/messages` },
	);
	return { ...addressOf(first, language), familyId: null, kind: "digest", ...said, reminders: of.map(({ id }) => id) };
}

const addressOf = (to: Claimed, language: string) => ({ to: to.email, personId: to.person_id, accountId: to.account_id, language });
