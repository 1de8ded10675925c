import { wordsSource } from "@samenplan/knowledge/words";
import { useText } from "../../../lib/text.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { useKnowledgeLanguage } from "../knowledge-language.ts";
import { knownWord } from "../known-word.ts";
import { KnowledgeSource } from "./knowledge-source.tsx";

/** What others often mean by a word, with its source; nothing for a word that the general list does not have. */
export function GeneralMeaning({ word, open }: { word: string; open?: boolean }) {
	const say = useText();
	const language = useKnowledgeLanguage();
	const known = knownWord(word);
	if (!known) return null;
	return (
		<Disclosure title={say("strengths.words.often")} open={open}>
			<dl className="step-facts">
				<div>
					<dt>{say("strengths.words.parents")}</dt>
					<dd>{known.parents[language]}</dd>
				</div>
				<div>
					<dt>{say("strengths.words.professionals")}</dt>
					<dd>{known.professionals[language]}</dd>
				</div>
				<div>
					<dt>{say("strengths.words.home")}</dt>
					<dd>{known.atHome[language]}</dd>
				</div>
			</dl>
			<KnowledgeSource source={wordsSource} />
		</Disclosure>
	);
}
