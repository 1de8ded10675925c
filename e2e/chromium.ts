import { execFile } from "node:child_process";
import {
	accessSync,
	constants,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A Chromium to drive, with what must be in its environment. */
export interface Chromium {
	path: string;
	environment: Record<string, string>;
}

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const FONTS = "fonts.conf";
const USUAL_PLACES = [
	"/usr/bin/chromium",
	"/usr/lib/chromium/chromium",
	"/opt/google/chrome/chrome",
	"/snap/bin/chromium",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
	`${process.env.HOME ?? ""}/Applications/Google Chrome.app/Contents/MacOS/Google Chrome`,
];

/**
 * Finds a Chromium: the one CHROMIUM_PATH names, the system's, else the one inside the npm package `@sparticuz/chromium`, which is
 * unpacked once together with the libraries a bare machine lacks. CHROMIUM_PATH=packed asks for that one.
 *
 * @throws with what to do when there is none for this machine
 */
export async function findChromium(): Promise<Chromium> {
	const asked = process.env.CHROMIUM_PATH;
	if (asked && asked !== "packed") {
		if (!isExecutable(asked)) throw new Error(`CHROMIUM_PATH is ${asked}, which is not a program.`);
		return { path: asked, environment: {} };
	}
	const path = asked === "packed" ? undefined : findSystemChromium();
	return path ? { path, environment: {} } : unpackChromium();
}

function findSystemChromium(): string | undefined {
	const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
	return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...USUAL_PLACES].find(isExecutable);
}

/** The packed settings look for letters in places of one cloud provider, so every page would be empty. */
function fontSettings(folder: string): string {
	const folders = [join(folder, "fonts"), "/usr/share/fonts", "/usr/local/share/fonts"];
	return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((place) => `  <dir>${place}</dir>`).join("\n")}
  <cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}

function isExecutable(path: string): boolean {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * Unpacks beside the package, complete or not at all. The package itself unpacks to the temporary folder of the machine and trusts
 * whatever lies there; and it brings its libraries along only when it believes to be at one cloud provider, which we tell it.
 */
async function unpackChromium(): Promise<Chromium> {
	if (process.platform !== "linux" || process.arch !== "x64") {
		throw new Error("There is no Chromium on this machine. Install Chromium or Google Chrome, or set CHROMIUM_PATH to one.");
	}
	const packed = fileURLToPath(import.meta.resolve("@sparticuz/chromium"));
	const { version } = JSON.parse(readFileSync(join(dirname(packed), "..", "package.json"), "utf8")) as { version: string };
	const cache = join(import.meta.dirname, "node_modules", ".chromium");
	const folder = join(cache, version);
	if (!existsSync(folder)) {
		mkdirSync(cache, { recursive: true });
		const draft = mkdtempSync(join(cache, "draft-"));
		const script = `const { default: chromium } = await import(${JSON.stringify(packed)}); await chromium.executablePath();`;
		await run(process.execPath, ["--input-type=module", "-e", script], {
			env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
		});
		writeFileSync(join(draft, FONTS), fontSettings(folder));
		try {
			renameSync(draft, folder);
		} catch (error) {
			rmSync(draft, { recursive: true, force: true });
			// Another test file unpacked it at the same moment.
			if (!existsSync(folder)) throw error;
		}
		for (const name of readdirSync(cache)) {
			if (name !== version && !name.startsWith("draft-")) rmSync(join(cache, name), { recursive: true, force: true });
		}
	}
	return {
		path: join(folder, "chromium"),
		environment: { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_FILE: join(folder, FONTS) },
	};
}
