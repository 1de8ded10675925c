/** Something a person can solve: one plain sentence that says what is wrong, and one that says what to do. */
export class StartProblem extends Error {
	override readonly name = "StartProblem";
	readonly whatToDo: string;

	constructor(whatIsWrong: string, whatToDo: string, options?: ErrorOptions) {
		super(`${whatIsWrong} ${whatToDo}`, options);
		this.whatToDo = whatToDo;
	}
}
