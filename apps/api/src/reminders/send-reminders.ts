import { catalogueLanguageOf } from "@samenplan/language/catalogue";
import { dayInWords } from "@samenplan/language/dates";
import { type MailKind, mailText } from "@samenplan/language/mails";
import { lookAsJob, nothingToDo, unlessDone } from "../http/look-as-job.ts";
import type { Services } from "../http/route.ts";
import type { Tx } from "../http/transaction.ts";
import { queueMail } from "../mail/mails.ts";

type Working = Pick<Services, "frame" | "config">;
type Rung = "before" | "on_day" | "after" | "team_lead";
const kinds: Record<Rung, MailKind> = {
	before: "evaluationBefore",
	on_day: "evaluationOnDay",
	after: "evaluationAfter",
	team_lead: "evaluationTeamLead",
};
const batch = 500;

/**
 * Sends every reminder that is due, each in a transaction of its own that also queues its mail: with any number of workers, and
 * when one is killed half-way, each goes out exactly once.
 *
 * @returns how many went out
 */
export async function sendDueReminders(services: Working): Promise<number> {
	let sent = 0;
	for (;;) {
		const due = await lookAsJob(services.frame, "reminders", (tx) =>
			tx.sql<{ id: string; family_id: string }>({
				text: `select id, family_id from reminder where sent_at is null and stopped_at is null and send_at <= app.now() order by send_at limit ${batch}`,
			}),
		);
		for (const { id, family_id: familyId } of due) {
			const done = await unlessDone(
				services.frame.asJob(
					{ name: "reminders", event: "reminder.send", action: "execute", object: "reminder", objectId: id, familyId },
					(tx) => sendReminder(tx, id, services.config.publicUrl),
				),
			);
			if (done) sent += 1;
		}
		if (due.length < batch) return sent;
	}
}

/** Reminds people who got a way to sign in after the day was set. */
export async function refreshReminders({ frame }: Pick<Services, "frame">): Promise<void> {
	await frame.asJob({ name: "reminders", event: "reminder.refresh", action: "execute", object: "reminder" }, (tx) =>
		tx.sql({ text: "select app.refresh_reminders()" }),
	);
}

type Due = {
	family_id: string;
	about_id: string;
	person_id: string;
	rung: Rung;
	due_on: string;
	wanted: boolean;
	account_id: string | null;
	email: string | null;
	given_name: string;
	language: string;
};

/**
 * One reminder. It is locked first; another worker that holds it sends it. Whether it is still wanted is asked again at this
 * moment: the talk may be held, the person may have scored, left the family or lost the account. A word about a day that
 * has come in the meantime would only confuse, so it stays unsaid.
 */
async function sendReminder(tx: Tx, reminderId: string, publicUrl: string): Promise<void> {
	const [due] = await tx.sql<Due>({
		name: "claim_reminder",
		text: `select r.family_id, r.about_id, r.person_id, r.rung, r.due_on, p.given_name, p.language, a.id as account_id, a.email,
				(r.rung <> 'on_day' or r.due_on = app.today()) and exists (
					select 1 from app.reminders_wanted(r.about_id) w where w.person_id = r.person_id and w.rung = r.rung) as wanted
			from reminder r join person p on p.id = r.person_id left join account a on a.person_id = r.person_id and a.state = 'active'
			where r.id = $1 and r.sent_at is null and r.stopped_at is null and r.send_at <= app.now()
			for update of r skip locked`,
		values: [reminderId],
	});
	if (!due) throw nothingToDo();
	const reaches = due.wanted && due.account_id !== null && due.email !== null;
	await tx.sql({
		text: `update reminder set ${reaches ? "sent_at" : "stopped_at"} = app.now() where id = $1 and sent_at is null`,
		values: [reminderId],
	});
	if (!reaches) return;
	const language = catalogueLanguageOf(due.language);
	const { subject, text } = mailText(kinds[due.rung], language, {
		givenName: due.given_name,
		date: dayInWords(due.due_on, language),
		link: publicUrl + placeOf(due),
	});
	await queueMail(tx, {
		to: due.email as string,
		personId: due.person_id,
		accountId: due.account_id as string,
		familyId: due.family_id,
		reminderId,
		kind: `evaluation_${due.rung}`,
		language,
		subject,
		text,
	});
}

/** The exact place: where one scores or writes down the talk; for the team lead the overview of the team. */
function placeOf({ rung, family_id: familyId }: Due): string {
	return rung === "team_lead" ? "/team" : `/families/${familyId}/steps/evaluate`;
}
