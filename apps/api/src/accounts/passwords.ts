import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { passwordLength } from "@samenplan/contract/second-factors";
import { HttpProblem } from "../http/problems.ts";

const derive = promisify(argon2);
/** OWASP Password Storage Cheat Sheet (2025): argon2id with 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** The same signs typed on another keyboard are the same password (NIST SP 800-63B, Unicode NFKC); nothing is cut off. */
const bytesOf = (password: string) => Buffer.from(password.normalize("NFKC"), "utf8");

/** The form in which a password is kept: argon2id, in the usual notation with its parameters and salt. */
export async function hashPassword(password: string): Promise<string> {
	const nonce = randomBytes(16);
	const tag = await derive("argon2id", { message: bytesOf(password), nonce, ...cost });
	const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64").replace(/=+$/, "");
	return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(nonce)}$${plain(tag)}`;
}

const kept = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;
/** What is computed when there is no account or no password, so that the answer takes as long. */
const nobodys = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${"A".repeat(22)}$${"A".repeat(43)}`;

/** Whether this is the password that was kept; takes as long when nothing was kept. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
	const [, memory, passes, parallelism, salt = "", tag = ""] = kept.exec(hash ?? nobodys) ?? kept.exec(nobodys) ?? [];
	const expected = Buffer.from(tag, "base64");
	const found = await derive("argon2id", {
		message: bytesOf(password),
		nonce: Buffer.from(salt, "base64"),
		memory: Number(memory),
		passes: Number(passes),
		parallelism: Number(parallelism),
		tagLength: expected.length,
	});
	return timingSafeEqual(found, expected) && hash !== null;
}

/** Whom a password is for: it may not follow from any of these. */
export type Owner = { staff: boolean; givenName: string; familyName: string; email: string | null; organisation: string };

/**
 * Refuses a password that is too short, common, known from leaks or easy to work out for who knows its owner. All of it here, offline:
 * no part of a password leaves this machine.
 * @throws HttpProblem `invalid-input` for the field `password`, with `too-short` or `guessable`
 */
export async function assertGoodPassword(password: string, owner: Owner): Promise<void> {
	const shortest = owner.staff ? passwordLength.staff : passwordLength.family;
	const wrong = (code: "too-short" | "guessable") =>
		new HttpProblem("invalid-input", { errors: [{ path: "password", code, ...(code === "too-short" && { limit: shortest }) }] });
	const plain = password.normalize("NFKC");
	if ([...plain].length < shortest) throw wrong("too-short");
	if (await isGuessable(plain, owner)) throw wrong("guessable");
}

/** Words that everybody here would try first. */
const theirs = ["samenplan", "samen", "plan", "gezinsplan", "wachtwoord", "welkom", "geheim", "inloggen", "password"];

/** About a hundred million guesses are not enough (zxcvbn score 3); longer ones are judged by how they begin. */
async function isGuessable(password: string, owner: Owner): Promise<boolean> {
	const { check, leaked } = await judge();
	const small = password.toLowerCase();
	if (leaked.has(small)) return true;
	const own = [owner.givenName, owner.familyName, owner.organisation, owner.email ?? ""]
		.flatMap((words) => [words, ...words.split(/[^\p{L}\p{N}]+/u)])
		.map((word) => word.toLowerCase())
		.filter((word) => word.length > 2);
	const words = [...theirs, ...own].sort((one, other) => other.length - one.length);
	// Nothing much left beside a name and a figure.
	const rest = words.reduce((left, word) => left.replaceAll(word, ""), small);
	if (rest !== small && rest.replace(/[^\p{L}]/gu, "").length < 5) return true;
	return check(password.slice(0, 100), words).score < 3;
}

let judging: Promise<{ check: (password: string, own: string[]) => { score: number }; leaked: Set<string> }> | undefined;

/** Fifty thousand passwords from leaks, and the words and names of Dutch; read when the first password is chosen. */
function judge() {
	judging ??= (async () => {
		const [{ ZxcvbnFactory }, common, dutch] = await Promise.all([
			import("@zxcvbn-ts/core"),
			import("@zxcvbn-ts/language-common"),
			import("@zxcvbn-ts/language-nl-be"),
		]);
		const lists = { ...common.dictionary, ...dutch.dictionary } as Record<string, (string | number)[]>;
		const zxcvbn = new ZxcvbnFactory({ dictionary: lists, graphs: common.adjacencyGraphs });
		return {
			check: (password: string, own: string[]) => zxcvbn.check(password, own),
			leaked: new Set((lists["passwords-common"] ?? []).map((each) => String(each).toLowerCase())),
		};
	})();
	return judging;
}
