import type { Theme, View } from "@samenplan/contract/steps";
import { themeKnowledge } from "@samenplan/knowledge/themes";
import { HandHelping, MessageCircleWarning, ShieldCheck, Sparkles } from "lucide-react";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { Disclosure } from "../../../ui/disclosure.tsx";
import { Say } from "../../parts/say-dialog.tsx";
import { ThemePicture } from "../../parts/theme-picture.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";
import { seenDifferently } from "../differences.ts";
import { useKnowledgeLanguage } from "../knowledge-language.ts";
import { SafetyByKind } from "./safety-kinds.tsx";

const pictures = {
	strength: <Sparkles aria-hidden="true" />,
	resource: <HandHelping aria-hidden="true" />,
	concern: <MessageCircleWarning aria-hidden="true" />,
	safety: <ShieldCheck aria-hidden="true" />,
};
type Kind = keyof typeof pictures;

/** One theme: strengths first, then what is hard; with questions to begin with. */
export function ThemeSection({ theme, views }: { theme: Theme | null; views: readonly View[] }) {
	const say = useText();
	const language = useKnowledgeLanguage();
	const known = theme ? themeKnowledge[theme] : undefined;
	const title = theme ? say(term("themes", theme)) : say("strengths.work.no-theme");
	const kinds: readonly Kind[] = theme === "safety" ? ["strength", "safety"] : ["strength", "concern"];
	const extra = (["resource", "concern", "safety"] as const).filter(
		(kind) => !kinds.includes(kind) && views.some(({ subject }) => subject === kind),
	);
	return (
		<section className="step-theme" aria-label={title}>
			<div className="step-theme-title">
				{theme ? <ThemePicture theme={theme} /> : null}
				<h2>{title}</h2>
			</div>
			<div className="step-kinds">
				{[...kinds, ...extra].map((kind) => (
					<div key={kind} className="step-kind">
						<div className="step-subject-head">
							<h3 className="step-small-title">
								{pictures[kind]}
								{say(`strengths.kind.${kind}`)}
							</h3>
							{theme ? (
								<Say
									subjects={kind === "strength" ? ["strength", "resource"] : [kind]}
									theme={theme}
									askAbout
									button={say("steps.write-down")}
									buttonMore={`${say(`strengths.kind.${kind}`)}, ${title}`}
									question={`${title}: ${say(`strengths.kind.${kind}`).toLowerCase()}`}
									hint={(kind === "strength" ? known?.goesWell : known?.isHard)?.[language].join(" ")}
								/>
							) : null}
						</div>
						<Said kind={kind} views={views.filter(({ subject }) => subject === kind)} byKind={theme === "safety"} />
					</div>
				))}
			</div>
			{theme && seenDifferently(views) ? <p className="step-nudge">{say("strengths.differs")}</p> : null}
			{known ? (
				<Disclosure title={say("strengths.work.questions")}>
					<p className="sp-hint">{known.parts[language].join(" · ")}</p>
					<ul className="step-questions">
						{[...known.goesWell[language], ...known.isHard[language]].map((question) => (
							<li key={question}>{question}</li>
						))}
					</ul>
				</Disclosure>
			) : null}
		</section>
	);
}

/** What was said of one kind; about safety apart per kind of safety. */
function Said({ kind, views, byKind }: { kind: Kind; views: readonly View[]; byKind: boolean }) {
	if (byKind && kind === "safety") return <SafetyByKind views={views} />;
	return views.map((view) => <ViewQuote key={view.id} view={view} />);
}
