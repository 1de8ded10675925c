import { createHmac, randomBytes } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartProblem } from "@samenplan/testing/start-problem";
import { projectFolder } from "./folders.ts";

/** What a person may set in the environment; everything has a default. */
export interface Settings {
	/** Where the database, the secret and the log live (DATA_DIR). */
	dataFolder: string;
	/** An existing PostgreSQL 15 or later (DATABASE_URL); undefined for the embedded one. */
	databaseUrl: string | undefined;
	/** The app role's own connection (DATABASE_APP_URL), when an administrator made that role. */
	databaseAppUrl: string | undefined;
	host: string;
	port: number;
	/** How browsers reach it (PUBLIC_URL). */
	publicUrl: string;
	demo: boolean;
	/** Signs sessions; other secrets are derived from it (SECRET, else made once and kept in the data folder). */
	secret: string;
}

type Environment = Record<string, string | undefined>;

/** Reads the settings. @throws StartProblem when one of them cannot be right */
export function readSettings(environment: Environment = process.env): Settings {
	const dataFolder = resolve(projectFolder, environment.DATA_DIR || ".data");
	const port = readPort(environment.PORT);
	const host = environment.HOST || "127.0.0.1";
	const shownHost = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
	return {
		dataFolder,
		databaseUrl: readDatabaseUrl(environment.DATABASE_URL, "DATABASE_URL"),
		databaseAppUrl: readDatabaseUrl(environment.DATABASE_APP_URL, "DATABASE_APP_URL"),
		host,
		port,
		publicUrl: (environment.PUBLIC_URL || `http://${shownHost}:${port}`).replace(/\/$/, ""),
		demo: readDemo(environment),
		secret: environment.SECRET || readOrMakeSecret(dataFolder),
	};
}

/** A secret for one purpose; knowing it does not tell the others. */
export function deriveSecret(secret: string, purpose: string): string {
	return createHmac("sha256", secret).update(`samenplan ${purpose}`).digest("base64url");
}

function readPort(text: string | undefined): number {
	const port = Number(text || 4000);
	if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
	throw new StartProblem(`PORT is "${text}", which is not a port.`, "Set it to a number from 1 to 65535.");
}

function readDatabaseUrl(text: string | undefined, name: string): string | undefined {
	if (!text) return undefined;
	if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
	throw new StartProblem(
		`${name} is not the address of a PostgreSQL database.`,
		"It looks like postgresql://user:password@host:5432/database.",
	);
}

function readDemo(environment: Environment): boolean {
	const production = environment.NODE_ENV === "production";
	if (production && environment.DEMO === "1") {
		throw new StartProblem("Demo mode lets anybody in, so it does not run with NODE_ENV=production.", "Leave out DEMO=1 or NODE_ENV.");
	}
	return !production && environment.DEMO !== "0";
}

function readOrMakeSecret(dataFolder: string): string {
	const path = join(dataFolder, "secret");
	try {
		mkdirSync(dataFolder, { recursive: true });
		for (;;) {
			const secret = readIfThere(path);
			if (secret) return secret;
			const draft = `${path}.${process.pid}`;
			writeFileSync(draft, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600 });
			chmodSync(draft, 0o600);
			if (secret === "") rmSync(path, { force: true });
			try {
				linkSync(draft, path);
			} catch (error) {
				// Another start made one at the same moment: use that.
				if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
			} finally {
				rmSync(draft, { force: true });
			}
		}
	} catch (error) {
		throw new StartProblem(
			`The folder ${dataFolder} cannot be written (${(error as NodeJS.ErrnoException).code}).`,
			"Give this user the right to write there, or set DATA_DIR to another folder.",
			{ cause: error },
		);
	}
}

function readIfThere(path: string): string | undefined {
	try {
		return readFileSync(path, "utf8").trim();
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
