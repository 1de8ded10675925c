import type { Source } from "@samenplan/knowledge/source";
import { useText } from "../../../lib/text.tsx";

/** Where knowledge comes from, with its year; `adapted` when terms of then were worded anew. Only on the professional's side. */
export function KnowledgeSource({ source, adapted }: { source: Source; adapted?: boolean }) {
	const say = useText();
	return (
		<p className="sp-hint">
			{adapted
				? say("strengths.work.source", { authors: source.authors, title: source.title })
				: say("strengths.source", { authors: source.authors })}
		</p>
	);
}
