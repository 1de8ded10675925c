import nodemailer, { type Transporter } from "nodemailer";
import type { Config } from "../http/config.ts";
import { lookAsJob, nothingToDo, unlessDone } from "../http/look-as-job.ts";
import type { Services } from "../http/route.ts";

type Working = Pick<Services, "frame" | "config">;
/** Older than this a code to sign in is of no use any more. */
const codeMinutes = 10;
/** With pauses of up to an hour this is about three days. */
const triesAtMost = 75;
const batch = 200;
/** So many mails wait for the server at the same time, each with a connection to the database in hand. */
const atOnce = 3;

/** Sends every mail that waits, the oldest first; stops when a whole batch could not leave. @returns how many left */
export async function sendWaitingMails(services: Working): Promise<number> {
	for (let sent = 0; ; ) {
		const waiting = await lookAsJob(services.frame, "mail", (tx) =>
			tx.sql<{ id: string }>({
				text: `select id from mail where sent_at is null and given_up_at is null
				and (next_try_at is null or next_try_at <= clock_timestamp()) and not app.mail_waits(can_wait, account_id)
				order by created_at limit ${batch}`,
			}),
		);
		const before = sent;
		sent += await sendMails(
			services,
			waiting.map(({ id }) => id),
		);
		if (waiting.length < batch || sent === before) return sent;
	}
}

/** Sends these mails, a few at a time: most of the time goes into waiting for the server. @returns how many left */
export async function sendMails(services: Working, mailIds: readonly string[]): Promise<number> {
	const waiting = mailIds.values();
	let sent = 0;
	await Promise.all(
		Array.from({ length: atOnce }, async () => {
			for (const mailId of waiting) if (await sendMail(services, { mailId })) sent += 1;
		}),
	);
	return sent;
}

type Waiting = {
	person_id: string | null;
	family_id: string | null;
	to_email: string;
	kind: string;
	subject: string;
	text: string;
	language: string;
	tries: number;
	too_old: boolean;
	allowed: boolean;
};

/**
 * Sends one mail, once: the row stays locked until the server has taken it, so that a second worker leaves it alone. When the
 * server is gone the mail waits, longer each time. Without a mail server (demo) it is caught: marked as sent, to be read
 * on the demo page.
 *
 * @returns false when there was nothing to send, or it has to wait
 */
export async function sendMail({ frame, config }: Working, { mailId, familyId }: { mailId: string; familyId?: string }): Promise<boolean> {
	let left = false;
	await unlessDone(
		frame.asJob(
			{ name: "mail", event: "mail.send", action: "execute", object: "mail", objectId: mailId, ...(familyId && { familyId }) },
			async (tx) => {
				const [mail] = await tx.sql<Waiting>({
					name: "claim_mail",
					text: `select to_email, person_id, family_id, kind, subject, text, language, tries,
						kind = 'sign_in_code' and created_at < app.now() - interval '${codeMinutes} minutes' as too_old,
						app.may_still_be_mailed(person_id, account_id, family_id) as allowed
					from mail where id = $1 and sent_at is null and given_up_at is null
						and (next_try_at is null or next_try_at <= clock_timestamp()) and not app.mail_waits(can_wait, account_id)
					for update skip locked`,
					values: [mailId],
				});
				if (!mail) throw nothingToDo();
				if (mail.family_id) tx.entry.familyId = mail.family_id;
				const keep = (columns: string, values: unknown[] = []) =>
					tx.sql({ text: `update mail set ${columns} where id = $1`, values: [mailId, ...values] });
				// The words can hold a code that opens something: once they are of no more use here they go. Demo mode shows them.
				const wordsGo = config.SMTP_URL ? ", text = ''" : "";
				if (mail.too_old || !mail.allowed) {
					tx.entry.outcome = "failed";
					return keep(`given_up_at = app.now()${wordsGo}`);
				}
				const failure = await handOver(config, mailId, mail);
				left = failure === undefined;
				// What left the system has its recipient in the log: who, never the address.
				if (!left) tx.entry.outcome = "failed";
				else if (mail.person_id) tx.entry.recipient = mail.person_id;
				if (failure === undefined) return keep(`sent_at = app.now(), tries = tries + 1${wordsGo}`);
				if (failure === "refused" || mail.tries + 1 >= triesAtMost) return keep(`given_up_at = app.now(), tries = tries + 1${wordsGo}`);
				return keep("tries = tries + 1, next_try_at = clock_timestamp() + $2 * interval '1 second'", [pauseSeconds(mail.tries)]);
			},
		),
	);
	return left;
}

/** Fifteen seconds after the first try, then twice as long each time, an hour at most. */
export function pauseSeconds(tries: number): number {
	return Math.min(3600, 15 * 2 ** Math.min(tries, 10));
}

/** @returns nothing when the server took it; `refused` when it never will; `later` when trying again makes sense */
async function handOver(config: Config, mailId: string, mail: Waiting): Promise<"refused" | "later" | undefined> {
	const transport = transportOf(config);
	if (!transport) return undefined;
	try {
		await transport.sendMail({
			from: config.MAIL_FROM,
			to: mail.to_email,
			subject: mail.subject,
			text: mail.text,
			// The same for each try: a server that has it already can tell.
			messageId: `<${mailId}@${new URL(config.publicUrl).hostname}>`,
			headers: { "Auto-Submitted": "auto-generated", "Content-Language": mail.language },
		});
		return undefined;
	} catch (error) {
		const code = (error as { responseCode?: number }).responseCode ?? 0;
		return code >= 500 && code < 600 ? "refused" : "later";
	}
}

const transports = new WeakMap<Config, Transporter>();

function transportOf(config: Config): Transporter | undefined {
	if (!config.SMTP_URL) return undefined;
	let transport = transports.get(config);
	if (!transport) {
		transport = nodemailer.createTransport(config.SMTP_URL, {
			// One greeting for many mails.
			pool: true,
			maxConnections: 2 * atOnce,
			connectionTimeout: 5000,
			greetingTimeout: 5000,
			socketTimeout: 15_000,
		} as object);
		transports.set(config, transport);
	}
	return transport;
}
