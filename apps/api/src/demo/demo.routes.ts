import * as demo from "@samenplan/contract/demo";
import { startSession } from "../accounts/session.ts";
import { planAgeTasks } from "../age-tasks/plan-age-tasks.ts";
import { findOddPatterns } from "../audit/find-odd-patterns.ts";
import type { Job } from "../http/as-actor.ts";
import { found } from "../http/problems.ts";
import { openRoute, type Route } from "../http/route.ts";
import { sendWaitingMails } from "../mail/send-mails.ts";
import { refreshReminders, sendDueReminders } from "../reminders/send-reminders.ts";

const job = (event: string, action: Job["action"], object: string): Job => ({ name: "demo", event, action, object });

/** Exists in demo mode only: sign in as an invented person, read the caught mail, move the clock. */
export const demoRoutes: Route[] = [
	openRoute(demo.listDemoAccounts, (_input, { services }) =>
		services.frame.asJob(job("demo.accounts", "read", "account"), async (tx) => {
			const accounts = await tx.db.account.findMany({
				where: { demoNote: { not: null } },
				include: { person: true },
				orderBy: { id: "asc" },
			});
			const involvements = await tx.db.involvement.findMany({
				where: { personId: { in: accounts.map((account) => account.personId) }, endedAt: null, relation: { not: "coordinator" } },
			});
			const families = new Map(
				(await tx.db.family.findMany({ where: { id: { in: involvements.map((i) => i.familyId) } } })).map((f) => [f.id, f.name]),
			);
			const authority = await tx.db.authority.findMany({ where: { holds: "yes" } });
			return accounts.map((account) => {
				const involvement = involvements.find((each) => each.personId === account.personId);
				const withAuthority = authority.some((fact) => fact.parentId === account.personId);
				const relation =
					account.duties[0] ??
					(involvement?.relation === "parent"
						? withAuthority
							? "parent_with_authority"
							: "parent_without_authority"
						: involvement?.relation === "child"
							? "young_person"
							: (involvement?.relation ?? "none"));
				return {
					id: account.id,
					name: `${account.person.givenName} ${account.person.familyName}`.trim(),
					relation,
					familyId: involvement?.familyId ?? null,
					familyName: involvement ? (families.get(involvement.familyId) ?? null) : null,
					email: account.email ?? "",
					note: account.demoNote ?? "",
				};
			});
		}),
	),
	openRoute(demo.demoSignIn, ({ body }, { services, request, response }) =>
		services.frame.asJob({ name: "accounts", event: "demo.sign-in", action: "execute", object: "session" }, async (tx) => {
			const account = found(await tx.db.account.findFirst({ where: { id: body.accountId, demoNote: { not: null }, state: "active" } }));
			return startSession(tx, services, request, response, account.id, "demo");
		}),
	),
	openRoute(demo.listDemoMails, (_input, { services }) =>
		services.frame.asJob(job("demo.mails", "read", "mail"), async (tx) => {
			const mails = await tx.db.mail.findMany({ orderBy: { id: "desc" }, take: 200 });
			return mails.map(({ id, toEmail, kind, subject, text, language, createdAt, sentAt }) => ({
				id,
				to: toEmail,
				kind,
				subject,
				text,
				language,
				createdAt: createdAt.toISOString(),
				sentAt: sentAt?.toISOString() ?? null,
			}));
		}),
	),
	openRoute(demo.readDemoClock, async (_input, { services }) => clockOf(services.clock)),
	openRoute(demo.moveDemoClock, async ({ body }, { services }) => {
		await services.frame.asJob(job("demo.clock", "update", "clock"), (tx) =>
			tx.db.demoClock.upsert({
				where: { id: 1 },
				create: { id: 1, offsetSeconds: body.offsetSeconds },
				update: { offsetSeconds: body.offsetSeconds },
			}),
		);
		services.clock.move(body.offsetSeconds);
		await planAgeTasks(services);
		await refreshReminders(services, { all: true });
		await sendDueReminders(services);
		await sendWaitingMails(services);
		await findOddPatterns(services);
		return clockOf(services.clock);
	}),
];

const clockOf = (clock: { now: () => Date; offsetSeconds: () => number }) => ({
	now: clock.now().toISOString(),
	offsetSeconds: clock.offsetSeconds(),
});
