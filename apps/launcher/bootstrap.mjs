// The first thing that runs, on whatever Node the machine has and with nothing installed: plain JavaScript, no dependency.
// It installs what the lockfile pins (also the Node that everything else runs on) and then hands over to src/<command>.ts.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const OLDEST_NODE = [20, 19];
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const modules = join(root, "node_modules");
/** Holds the fingerprint of what was installed completely. */
const installed = join(modules, ".installed-from");
/** Holds the process that is installing; left behind when it was killed. */
const installing = join(modules, ".installing");
const pinnedNode = join(modules, "node", "bin", "node");

await main(process.argv[2] || "start", process.argv.slice(3));

async function main(command, parameters) {
	checkNode();
	const script = join(root, "apps", "launcher", "src", `${command.replace(":", "-")}.ts`);
	if (!existsSync(script)) stop(`There is no command "${command}".`);
	await install();
	run(script, parameters);
}

function checkNode() {
	const [major, minor] = process.versions.node.split(".").map(Number);
	if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
	stop(
		`Samenplan needs Node ${OLDEST_NODE.join(".")} or later; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
	);
}

async function install() {
	const wanted = fingerprint();
	if (existsSync(installed) && readFileSync(installed, "utf8") === wanted && existsSync(pinnedNode)) return;
	await waitForOtherInstall();
	if (existsSync(installed) && readFileSync(installed, "utf8") === wanted && existsSync(pinnedNode)) return;

	if (existsSync(installing)) {
		console.log("Repairing an installation that was interrupted.");
		removeModules();
	}
	console.log("Installing what Samenplan needs. The first time this takes a minute or two.");
	makeModulesFolder();
	rmSync(installed, { force: true });
	writeFileSync(installing, String(process.pid));
	let code = await runPnpm();
	if (code === 0 && !nodeWorks()) {
		console.log("One part did not arrive whole. Installing once more.");
		removeModules();
		makeModulesFolder();
		writeFileSync(installing, String(process.pid));
		code = await runPnpm();
	}
	if (code !== 0 || !nodeWorks()) {
		stop(
			"Installing did not succeed. Check that this machine reaches the npm registry and has room on its disk, then run the same command again.",
		);
	}
	writeFileSync(installed, wanted);
	rmSync(installing, { force: true });
}

/** What decides which packages are installed: the lockfile, its settings, and the kind of machine. */
function fingerprint() {
	const hash = createHash("sha256").update(`${process.platform} ${process.arch} ${root}`);
	for (const name of ["pnpm-lock.yaml", "pnpm-workspace.yaml"]) hash.update(readFileSync(join(root, name)));
	return hash.digest("hex");
}

async function waitForOtherInstall() {
	let said = false;
	while (existsSync(installing)) {
		const pid = Number(readFileSync(installing, "utf8"));
		if (!pid || pid === process.pid || !isAlive(pid)) return;
		if (!said) console.log("Another command is installing; waiting for it.");
		said = true;
		await new Promise((resume) => setTimeout(resume, 500));
	}
}

function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}

function makeModulesFolder() {
	try {
		mkdirSync(modules, { recursive: true });
	} catch (error) {
		stop(`The folder ${root} cannot be written (${error.code}). Give this user the right to write there and try again.`);
	}
}

/** Removes what was installed in every package of the workspace. */
function removeModules() {
	for (const group of [".", "apps", "packages"]) {
		if (!existsSync(join(root, group))) continue;
		for (const entry of readdirSync(join(root, group), { withFileTypes: true })) {
			if (!entry.isDirectory()) continue;
			const folder = entry.name === "node_modules" ? join(root, group, entry.name) : join(root, group, entry.name, "node_modules");
			rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
		}
	}
}

function runPnpm() {
	const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
	const parameters = ["install", "--frozen-lockfile", "--prod=false", "--config.confirmModulesPurge=false"];
	const child = spawn("npx", ["--yes", "--loglevel=error", packageManager, ...parameters], {
		cwd: root,
		stdio: ["ignore", "inherit", "inherit"],
		env: installEnvironment(),
	});
	return new Promise((resume) => {
		child.on("error", (error) => {
			console.error(`npx could not be started (${error.code}). It comes with npm; install npm and try again.`);
			resume(127);
		});
		child.on("exit", (code) => resume(code === null ? 1 : code));
		for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
			process.on(signal, () => {
				child.kill(signal);
				process.exit(128 + constants.signals[signal]);
			});
		}
	});
}

/** npm hands its own settings to what it starts; pnpm and npx read their settings themselves and would warn about some. */
function installEnvironment() {
	const environment = {};
	for (const [name, value] of Object.entries(process.env)) {
		const ofNpm =
			/^npm_/i.test(name) && !/^npm_config_(registry|.*proxy|cafile|strict_ssl|userconfig|globalconfig|cache|store_dir)$/i.test(name);
		if (!ofNpm && name !== "NODE_ENV" && name !== "NODE_OPTIONS") environment[name] = value;
	}
	return environment;
}

function nodeWorks() {
	return existsSync(pinnedNode) && spawnSync(pinnedNode, ["--version"], { stdio: "ignore" }).status === 0;
}

/** Runs the command on the pinned Node; signals go through, and so does the exit code. */
function run(script, parameters) {
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(signal);
	const child = spawn(pinnedNode, ["--disable-warning=ExperimentalWarning", script, ...parameters], {
		cwd: root,
		// The channel is how the command notices that we are gone, also when we are killed.
		stdio: ["inherit", "inherit", "inherit", "ipc"],
		env: {
			...process.env,
			PATH: [join(modules, ".bin"), process.env.PATH].filter(Boolean).join(delimiter),
			// Compiled sources are kept, so a second start is faster.
			NODE_COMPILE_CACHE: join(modules, ".compile-cache"),
			TURBO_TELEMETRY_DISABLED: "1",
			CHECKPOINT_DISABLE: "1",
		},
	});
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
	if (process.env.npm_lifecycle_event) stopWithNpm(child);
	child.on("error", (error) =>
		stop(`The installed Node could not be started (${error.message}). Remove the folder node_modules and try again.`),
	);
	child.on("exit", (code, signal) => process.exit(code === null ? 128 + constants.signals[signal] : code));
}

/** When npm is killed it takes nobody along. Its end shows in the parent changing: ours, or that of the shell npm put in between. */
function stopWithNpm(child) {
	const parent = process.ppid;
	const npm = isShell(parent) ? parentOf(parent) : undefined;
	const look = () => {
		const gone = process.ppid !== parent || (npm !== undefined && parentOf(parent) !== npm);
		if (gone && child.connected) child.disconnect();
	};
	setInterval(look, process.platform === "linux" ? 250 : 1500).unref();
}

function isShell(pid) {
	return /(^|\/)-?(sh|ash|dash|bash|zsh|ksh)$/.test(askProcess(pid, "comm"));
}

function parentOf(pid) {
	return Number(askProcess(pid, "ppid"));
}

/** One fact about a process: from the kernel's own files where there are any, else from ps. */
function askProcess(pid, fact) {
	try {
		if (process.platform !== "linux") return spawnSync("ps", ["-o", `${fact}=`, "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
		if (fact === "comm") return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
		return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").pop().split(" ")[1];
	} catch {
		return "";
	}
}

function stop(sentence) {
	console.error(sentence);
	process.exit(1);
}
