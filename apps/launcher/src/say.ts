import { StartProblem } from "@samenplan/testing/start-problem";

/** One calm line of progress. */
export function say(line: string): void {
	console.log(line);
}

/**
 * Ends the command after something went wrong: for what a person can solve the plain sentences, for anything else the whole error,
 * because then somebody must repair Samenplan.
 */
export function explainFailure(error: unknown): void {
	if (error instanceof StartProblem) console.error(`\n${error.message}`);
	else
		console.error(
			`\nSamenplan could not continue because of a mistake in itself:\n\n${error instanceof Error ? error.stack : String(error)}`,
		);
}
