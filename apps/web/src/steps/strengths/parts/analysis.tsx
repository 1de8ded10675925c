import type { AnalysisPoint } from "@samenplan/contract/analysis";
import { analysisBases, analysisKinds } from "@samenplan/contract/steps";
import { Brain, Eye, Pencil, Plus } from "lucide-react";
import { useState } from "react";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { usePersonName, usePlan } from "../../../plans/queries.ts";
import { Button, IconButton } from "../../../ui/button.tsx";
import { Section, Stack } from "../../../ui/layout.tsx";
import { PointDialog } from "./point-dialog.tsx";
import "../strengths.css";

type Kind = AnalysisPoint["kind"];

/**
 * What is going on and why, made together: what it is, how heavy, what causes it, what keeps it going, what protects. What we know
 * stands apart from what we think, and one explanation asks for another.
 */
export function Analysis({ writable }: { writable: boolean }) {
	const say = useText();
	const { analysisPoints } = usePlan();
	const [writing, setWriting] = useState<AnalysisPoint | "new">();
	const there = analysisKinds.filter((kind) => analysisPoints.some((point) => point.kind === kind));
	const lacksProtection = writable && there.length > 0 && !there.includes("protective");
	return (
		<section aria-label={say("strengths.analysis")} id="analysis">
			<Section
				title={say("strengths.analysis")}
				intro={say("strengths.analysis-intro")}
				actions={
					writable ? (
						<Button look="soft" size="small" icon={<Plus aria-hidden="true" />} onClick={() => setWriting("new")}>
							{say("strengths.work.analysis.add")}
						</Button>
					) : null
				}
			>
				{there.length === 0 ? (
					<p className="sp-hint">{say(writable ? "strengths.work.analysis-empty" : "strengths.analysis-none")}</p>
				) : (
					<Stack gap="lg">
						{there.map((kind) => (
							<OneKind
								key={kind}
								kind={kind}
								points={analysisPoints.filter((point) => point.kind === kind)}
								onChange={writable ? setWriting : undefined}
							/>
						))}
					</Stack>
				)}
				{lacksProtection ? <p className="step-nudge">{say("strengths.work.analysis.no-protective")}</p> : null}
			</Section>
			{writing ? <PointDialog point={writing === "new" ? undefined : writing} onClose={() => setWriting(undefined)} /> : null}
		</section>
	);
}

type OneKindProps = { kind: Kind; points: readonly AnalysisPoint[]; onChange: ((point: AnalysisPoint) => void) | undefined };

function OneKind({ kind, points, onChange }: OneKindProps) {
	const say = useText();
	const explains = kind === "cause" || kind === "keeps_going";
	return (
		<fieldset className="step-analysis">
			<legend>{say(term("analysisKinds", kind))}</legend>
			<div className="step-bases">
				{analysisBases.map((basis) => {
					const here = points.filter((point) => point.basis === basis);
					if (here.length === 0) return null;
					return (
						<fieldset key={basis} className="step-basis" data-basis={basis}>
							<legend>
								{basis === "know" ? <Eye aria-hidden="true" /> : <Brain aria-hidden="true" />}
								{say(term("analysisBases", basis))}
							</legend>
							<ul>
								{here.map((point) => (
									<OnePoint key={point.id} point={point} onChange={onChange} />
								))}
							</ul>
						</fieldset>
					);
				})}
			</div>
			{kind === "cause" && points.length === 1 ? <p className="step-nudge">{say("strengths.analysis.one-cause")}</p> : null}
			{onChange && explains && points.length > 1 && points.every(({ basis }) => basis === "think") ? (
				<p className="step-nudge">{say("strengths.work.analysis.only-thoughts")}</p>
			) : null}
		</fieldset>
	);
}

function OnePoint({ point, onChange }: { point: AnalysisPoint; onChange: OneKindProps["onChange"] }) {
	const say = useText();
	const nameOf = usePersonName();
	const notes = [
		point.aboutPersonId ? say("steps.about", { name: nameOf(point.aboutPersonId) }) : undefined,
		point.theme ? say(term("themes", point.theme)) : undefined,
	].filter(Boolean);
	return (
		<li>
			<span lang={point.language}>{point.text}</span>
			{onChange ? (
				<IconButton
					className="step-pencil"
					label={say("strengths.work.analysis.change", { words: point.text.slice(0, 60) })}
					onClick={() => onChange(point)}
				>
					<Pencil size="1em" aria-hidden="true" />
				</IconButton>
			) : null}
			{notes.length > 0 ? <small className="sp-hint">{notes.join(" · ")}</small> : null}
		</li>
	);
}
