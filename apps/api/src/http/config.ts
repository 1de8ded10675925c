import { z } from "zod";

const flag = z.enum(["0", "1"]).transform((value) => value === "1");

const environment = z.object({
	/** Connection of the role `samenplan_app`: no DDL, no way around row-level security. */
	DATABASE_APP_URL: z.string().min(1),
	HOST: z.string().default("127.0.0.1"),
	PORT: z.coerce.number().int().min(0).max(65535).default(4000),
	/** Where people reach the product; links in mails and on cards start with it. */
	PUBLIC_URL: z.url().optional(),
	DEMO: flag.default(false),
	SECRET: z.string().min(32),
	SMTP_URL: z.string().optional(),
	MAIL_FROM: z.string().default("Samenplan <samenplan@localhost>"),
	WEB_DIST: z.string().optional(),
	NODE_ENV: z.string().default("development"),
	LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
	POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
	/** Answers are compared with the contract before they leave; on in tests, so that drift is found at once. */
	CHECK_RESPONSES: flag.default(false),
	/** Number of proxies in front whose forwarded address is believed. */
	TRUST_PROXY: z.coerce.number().int().min(0).default(0),
	/** Whether this process also works the queue (reminders, mails); 0 leaves it to another one. */
	WORKER: flag.default(true),
});
export type Config = z.infer<typeof environment> & { publicUrl: string };

/** A secret made at random has far more; one that was typed, repeated or copied from an example has fewer. */
const distinctSigns = 11;

/**
 * Reads the settings, all at once.
 * @throws Error whose message names every failing setting on a line of its own
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const parsed = environment.safeParse(env);
	const failing = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
	if (env.NODE_ENV === "production") {
		if (env.DEMO === "1") failing.push("DEMO: demo accounts sign in without proof; leave it off in production");
		if (!env.PUBLIC_URL?.startsWith("https://")) failing.push("PUBLIC_URL: must start with https:// in production");
		if (env.SECRET !== undefined && new Set(env.SECRET).size < distinctSigns)
			failing.push(
				`SECRET: signs tokens; make one at random, with at least ${distinctSigns} different signs, for example with: openssl rand -base64 48`,
			);
		if (!env.SMTP_URL) failing.push("SMTP_URL: codes and invitations need a mail server in production");
	}
	if (!parsed.success || failing.length > 0) throw new Error(`The settings are not right:\n- ${failing.join("\n- ")}`);
	const config = parsed.data;
	return { ...config, publicUrl: (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, "") };
}
