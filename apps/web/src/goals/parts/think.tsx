import { useText } from "../../lib/text.tsx";
import { thoughtsOn } from "../thinking.ts";
import "../goals.css";

/** Questions beside a goal while somebody writes it: to think about, not to answer here, and never a mark. */
export function Think({ text, asHoped }: { text: string; asHoped: string }) {
	const say = useText();
	const wordsOf = (list: string) => list.split(",").map((word) => word.trim());
	const telling = { vague: wordsOf(say("goals.think.words-vague")), not: wordsOf(say("goals.think.words-not")) };
	const { ask, word = "" } = thoughtsOn({ text, asHoped }, telling);
	return (
		<aside className="goal-think" aria-label={say("goals.think")}>
			<b>{say("goals.think")}</b>
			<ul>
				{ask.map((thought) => (
					<li key={thought}>{thought === "vague" ? say("goals.think.vague", { word }) : say(`goals.think.${thought}`)}</li>
				))}
			</ul>
		</aside>
	);
}
