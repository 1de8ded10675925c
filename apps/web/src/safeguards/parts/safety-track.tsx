import type { SafetyTrack } from "@samenplan/contract/safety";
import { momentInWords } from "@samenplan/language/dates";
import { type SafetyStep, safetySteps } from "@samenplan/plan-rules/reporting-code";
import { useQuery } from "@tanstack/react-query";
import { Check } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Row, Section, Stack } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { safetyTrackQuery } from "../queries.ts";
import { SafetyDecisionPart } from "./safety-decision.tsx";
import { CloseTrack, UnshieldTrack } from "./safety-deeds.tsx";
import { SafetyEntries } from "./safety-entries.tsx";
import { WriteEntry } from "./safety-write.tsx";

/** One track: its five steps, one on the screen at a time, all of them on paper. */
export function SafetyTrackSteps({ trackId }: { trackId: string }) {
	const { data, error, refetch } = useQuery(safetyTrackQuery(useFamilyId(), trackId));
	if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
	return data ? <Steps track={data} /> : <Loading />;
}

function Steps({ track }: { track: SafetyTrack }) {
	const say = useText();
	const { locale } = useIntl();
	const mayWrite = useCan()("safety.write") && track.state === "open";
	const [step, setStep] = useState<SafetyStep>(() => track.step as SafetyStep);
	const of = (which: number) => track.entries.filter((entry) => entry.step === which);
	return (
		<>
			<p className="text-muted">
				{say("safeguards.safety.opened", { moment: momentInWords(track.openedAt, locale), name: track.openedByName })}
			</p>
			{track.state === "closed" && track.closedAt ? (
				<Notice>
					<p>
						{say("safeguards.safety.closed", {
							moment: momentInWords(track.closedAt, locale),
							name: track.closedByName ?? "",
							words: track.closedBecause,
						})}
					</p>
				</Notice>
			) : null}
			{track.unshieldedAt ? (
				<p className="text-muted">
					{say("safeguards.safety.unshielded", {
						moment: momentInWords(track.unshieldedAt, locale),
						name: track.unshieldedByName ?? "",
						words: track.unshieldedBecause,
					})}
				</p>
			) : null}
			{track.decision ? (
				<p>
					<b>{say("safeguards.safety.decided", { decision: say(term("safetyDecisions", track.decision)) })}</b>
				</p>
			) : null}
			<nav aria-label={say("safeguards.safety.running")}>
				<ol className="sp-safety-steps">
					{safetySteps.map((each) => (
						<li key={each}>
							<button type="button" aria-current={each === step ? "step" : undefined} onClick={() => setStep(each)}>
								<span className="sp-safety-mark" data-done={of(each).length > 0} aria-hidden="true">
									{of(each).length > 0 ? <Check /> : each}
								</span>
								<span>
									<span className="sp-hidden">{say("safeguards.safety.step", { step: each })}. </span>
									{say(`safeguards.safety.step${each}`)}
									<small>{say("safeguards.safety.written", { count: of(each).length })}</small>
								</span>
							</button>
						</li>
					))}
				</ol>
			</nav>
			<div className="sp-no-print">
				<Stack gap="lg">
					<Section title={say(`safeguards.safety.step${step}`)}>
						<Asks step={step} />
					</Section>
					{step === 5 && mayWrite ? <SafetyDecisionPart track={track} /> : null}
					<Section title={say("safeguards.safety.here")} level={3}>
						{of(step).length > 0 ? (
							<SafetyEntries track={track} entries={of(step)} mayWrite={mayWrite} />
						) : (
							<p className="text-muted">{say("safeguards.safety.nothing")}</p>
						)}
					</Section>
					{step < 5 && mayWrite ? <WriteEntry key={step} track={track} step={step as 1 | 2 | 3 | 4} /> : null}
					<Row spread>
						{step > 1 ? (
							<Button look="quiet" onClick={() => setStep((step - 1) as SafetyStep)}>
								{say("safeguards.safety.previous", { step: step - 1 })}
							</Button>
						) : (
							<span />
						)}
						{step < 5 ? (
							<Button look="soft" onClick={() => setStep((step + 1) as SafetyStep)}>
								{say("safeguards.safety.next", { step: step + 1 })}
							</Button>
						) : null}
					</Row>
				</Stack>
			</div>
			<div className="sp-safety-paper">
				<Section title={say("safeguards.safety.all")}>
					<SafetyEntries track={track} entries={track.entries} mayWrite={false} />
				</Section>
			</div>
			<Row gap="xs">
				<Button look="quiet" size="small" onClick={() => window.print()}>
					{say("safeguards.safety.print")}
				</Button>
				{mayWrite ? <CloseTrack track={track} /> : null}
				{track.shielded ? <UnshieldTrack track={track} /> : null}
			</Row>
		</>
	);
}

function Asks({ step }: { step: SafetyStep }) {
	const say = useText();
	return (
		<div className="sp-safety-asks">
			<h3>{say("safeguards.safety.asks")}</h3>
			<ul>
				{say(`safeguards.safety.step${step}.asks`)
					.split("\n")
					.map((sentence) => (
						<li key={sentence}>{sentence}</li>
					))}
			</ul>
		</div>
	);
}
