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
	/** Anything else, such as `prod`, would leave the checks of production out without a word. */
	NODE_ENV: z
		.union([z.enum(["development", "test", "production"]), z.literal("").transform(() => "development" as const)], {
			error: 'must be "production", "development" or "test"',
		})
		.default("development"),
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

/** What is wrong with the settings: each failing one on a line of its own, with what to do. */
export function failingSettings(env: NodeJS.ProcessEnv): string[] {
	const parsed = environment.safeParse(env);
	const failing = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
	const isPublic = env.PUBLIC_URL?.startsWith("https://") === true;
	if (env.NODE_ENV !== "production") return failing;
	if (env.DEMO === "1") failing.push("DEMO: demo accounts sign in without proof; leave it off in production");
	if (!isPublic) failing.push("PUBLIC_URL: must start with https:// in production");
	if (isPublic && URL.canParse(env.PUBLIC_URL as string) && /^(localhost|127\.|\[::1\])/.test(new URL(env.PUBLIC_URL as string).host))
		failing.push("PUBLIC_URL: is of this machine only; say how people reach it");
	if (env.SECRET !== undefined && new Set(env.SECRET).size < distinctSigns)
		failing.push(
			`SECRET: signs tokens; make one at random, with at least ${distinctSigns} different signs, for example with: openssl rand -base64 48`,
		);
	if (!env.SMTP_URL) failing.push("SMTP_URL: codes and invitations need a mail server in production");
	else if (!/^smtps?:\/\//.test(env.SMTP_URL)) failing.push("SMTP_URL: must start with smtp:// or smtps://");
	if (env.MAIL_FROM?.includes("localhost")) failing.push("MAIL_FROM: no mail server takes mail from localhost");
	// The process speaks http; https ends at a proxy, whose address would stand in the log for everyone's.
	if (isPublic && (env.TRUST_PROXY ?? "0") === "0")
		failing.push("TRUST_PROXY: https ends at a proxy; say how many stand in front (1 for one), or everyone has the proxy's address");
	return failing;
}

/**
 * Reads the settings, all at once.
 * @throws Error whose message names every failing setting on a line of its own
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
	const failing = failingSettings(env);
	if (failing.length > 0) throw new SettingsNotRight(failing);
	const config = environment.parse(env);
	return { ...config, publicUrl: (config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`).replace(/\/$/, "") };
}

/** The server does not start like this; the message names everything that fails, each on a line of its own. */
export class SettingsNotRight extends Error {
	constructor(failing: readonly string[]) {
		super(`The settings are not right:\n- ${failing.join("\n- ")}`);
	}
}
