import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";

/** What one vitest run counted; written to the file named by TEST_RESULT_FILE. */
export interface TestResult {
	passed: number;
	failed: number;
	/** Left out on purpose, each with its reason. */
	skipped: { name: string; reason: string }[];
}

/**
 * Prints one line per test file and every failure in full, and counts each single test. A test that is skipped without a reason
 * (`context.skip('reason, date')`) counts as failed, and so does a file that cannot be loaded and an error outside any test.
 */
export default class CountingReporter implements Reporter {
	readonly #result: TestResult = { passed: 0, failed: 0, skipped: [] };

	onTestModuleEnd(module: TestModule): void {
		const before = this.#result.failed;
		const started = this.#result.passed;
		const file = relative(process.cwd(), module.moduleId);
		this.#countErrors(file, module.errors());
		for (const suite of module.children.allSuites()) this.#countErrors(`${file} > ${suite.fullName}`, suite.errors());
		for (const test of module.children.allTests()) this.#count(file, test);
		const failed = this.#result.failed - before;
		const passed = this.#result.passed - started;
		const seconds = (module.diagnostic().duration / 1000).toFixed(1);
		console.log(`  ${failed ? "✗" : "✓"} ${file}  ${passed} passed${failed ? `, ${failed} failed` : ""} (${seconds} s)`);
	}

	onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
		for (const error of unhandled) this.#fail("Outside any test", error);
		if (modules.length === 0) this.#fail("No test file was found", { message: "A project without tests proves nothing." });
		const file = process.env.TEST_RESULT_FILE;
		if (file) writeFileSync(file, JSON.stringify(this.#result));
	}

	#count(file: string, test: TestCase): void {
		const result = test.result();
		const name = `${file} > ${test.fullName}`;
		if (result.state === "passed") {
			this.#result.passed++;
		} else if (result.state === "skipped") {
			const reason = result.note?.trim();
			if (reason) this.#result.skipped.push({ name, reason });
			else this.#fail(name, { message: 'Skipped without a reason. Give one, with a date: context.skip("reason, date").' });
		} else if (result.state === "failed") {
			this.#fail(name, ...result.errors);
		} else {
			this.#fail(name, { message: "The run ended before this test did." });
		}
	}

	#countErrors(name: string, errors: readonly ErrorLike[]): void {
		if (errors.length > 0) this.#fail(name, ...errors);
	}

	#fail(name: string, ...errors: readonly ErrorLike[]): void {
		this.#result.failed++;
		console.log(`\n  ✗ ${name}`);
		for (const error of errors) {
			const text = error.stack?.includes(error.message) ? error.stack : `${error.message}\n${error.stack ?? ""}`;
			const shown = error.diff ? `${text}\n${error.diff}` : text;
			console.log(shown.trimEnd().replace(/^/gm, "      "));
		}
		console.log("");
	}
}

interface ErrorLike {
	message: string;
	stack?: string;
	diff?: string;
}
