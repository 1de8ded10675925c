import { ageMilestones, removeMilestone, writeMilestone } from "@samenplan/contract/milestones";
import { dayInWords } from "@samenplan/language/dates";
import type { MilestoneLine } from "@samenplan/plan-rules/milestones";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row } from "../../ui/layout.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { MilestoneDialog } from "./milestone-form.tsx";
import { MilestonePicture } from "./milestone-picture.tsx";
import { TalkedDialog } from "./talked-dialog.tsx";

const tones = { now: "action", ahead: "neutral", talked: "positive" } as const;

/** One milestone: about whom, when, what was said about it, and whether we talked about it. */
export function MilestoneItem({ line }: { line: MilestoneLine }) {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const me = usePlan().viewer.personId;
	const familyId = useFamilyId();
	const nameOf = usePersonName();
	const remove = useFamilyWrite(removeMilestone);
	const write = useFamilyWrite(writeMilestone);
	const [dialog, setDialog] = useState<"talk" | "edit">();
	const { kind, personId, onDay, state, written } = line;
	const name = nameOf(personId);
	const isAge = kind in ageMilestones;
	const close = () => setDialog(undefined);

	const takeAway = async () => {
		if (!written) return;
		await remove.mutateAsync({ params: { familyId, milestoneId: written.id } });
		const { text, doneOn } = written;
		toast({
			words: say("milestones.removed"),
			undo: () => void write.mutateAsync({ params: { familyId }, body: { personId, kind, onDay, text, doneOn } }),
		});
	};

	return (
		<Card as="li" look={state === "talked" ? "sunken" : "raised"}>
			<div className="ms-line">
				<span className="ms-picture" data-state={state} aria-hidden="true">
					<MilestonePicture kind={kind} />
				</span>
				<div>
					<h3>{say(`milestones.line.${kind}`, { name })}</h3>
					<p>{dayInWords(onDay, locale)}</p>
					{kind === "age_4" || kind === "age_12" || kind === "age_16" || kind === "age_18" ? (
						<p className="sp-hint">{say(`milestones.means.${kind}`, { name })}</p>
					) : null}
					{written?.text ? (
						<p className="sp-words" lang={written.language}>
							{written.text}
						</p>
					) : null}
					<Row gap="sm">
						<StateBadge tone={tones[state]}>{say(`milestones.state.${state}`)}</StateBadge>
						<small className="sp-hint">
							{written?.doneOn
								? say("milestones.talked-on", { day: dayInWords(written.doneOn, locale) })
								: written
									? say("milestones.written-by", { name: nameOf(written.writtenBy) })
									: say("milestones.by-birthday")}
						</small>
					</Row>
					{can("milestone.write") ? (
						<Row gap="sm">
							{state !== "talked" && can("plan.steer") ? (
								<Button look="soft" size="small" onClick={() => setDialog("talk")}>
									{say("milestones.talk")}
								</Button>
							) : null}
							{written ? (
								<Button look="quiet" size="small" onClick={() => setDialog("edit")}>
									{say("milestones.edit")}
								</Button>
							) : null}
							{written && !isAge && (written.writtenBy === me || can("people.write")) ? (
								<Button look="quiet" size="small" pending={remove.isPending} onClick={() => void takeAway().catch(() => undefined)}>
									{say("milestones.remove")}
								</Button>
							) : null}
						</Row>
					) : null}
				</div>
			</div>
			{dialog === "talk" ? <TalkedDialog line={line} onClose={close} /> : null}
			{dialog === "edit" && written ? <MilestoneDialog milestone={written} onClose={close} /> : null}
		</Card>
	);
}
