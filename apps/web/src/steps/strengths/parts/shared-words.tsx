import type { SharedWord } from "@samenplan/contract/analysis";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useText } from "../../../lib/text.tsx";
import { useCan, usePlan } from "../../../plans/queries.ts";
import { Button } from "../../../ui/button.tsx";
import { Grid, Stack } from "../../../ui/layout.tsx";
import { GeneralMeaning } from "./general-meaning.tsx";
import { WordDialog } from "./word-dialog.tsx";

/** The words that we use differently: what the family means, what the professional means, and what it looks like at home. */
export function SharedWords({ level = 3 }: { level?: 2 | 3 }) {
	const say = useText();
	const can = useCan();
	const { sharedWords, plan } = usePlan();
	const [writing, setWriting] = useState<SharedWord | "new">();
	const writable = plan.state === "open" && can("view.write");
	return (
		<Stack gap="md">
			{sharedWords.length === 0 ? <p className="sp-hint">{say("strengths.words-none")}</p> : null}
			<Grid column="19rem">
				{sharedWords.map((word) => (
					<OneWord key={word.id} word={word} level={level} onChange={writable ? () => setWriting(word) : undefined} />
				))}
			</Grid>
			{writable ? (
				<div>
					<Button look="soft" icon={<Plus aria-hidden="true" />} onClick={() => setWriting("new")}>
						{say("strengths.words.add")}
					</Button>
				</div>
			) : null}
			{writing ? <WordDialog word={writing === "new" ? undefined : writing} onClose={() => setWriting(undefined)} /> : null}
		</Stack>
	);
}

function OneWord({ word, level, onChange }: { word: SharedWord; level: 2 | 3; onChange: (() => void) | undefined }) {
	const say = useText();
	const Heading = level === 2 ? "h2" : "h3";
	const means = [
		["strengths.words.family", word.familyMeans],
		["strengths.words.professional", word.professionalMeans],
		["strengths.words.home", word.atHome],
	] as const;
	return (
		<article className="step-word" aria-label={word.word}>
			<Heading>{word.word}</Heading>
			<dl className="step-facts" lang={word.language}>
				{means.map(([name, words]) => (
					<div key={name}>
						<dt>{say(name)}</dt>
						<dd>{words || <span className="sp-hint">{say("strengths.words.not-yet")}</span>}</dd>
					</div>
				))}
			</dl>
			<GeneralMeaning word={word.word} />
			{onChange ? (
				<span className="step-change">
					<Button look="quiet" size="small" onClick={onChange}>
						{say("strengths.words.change", { word: word.word })}
					</Button>
				</span>
			) : null}
		</article>
	);
}
