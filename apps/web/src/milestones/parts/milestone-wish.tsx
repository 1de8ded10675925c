import { wishMilestones } from "@samenplan/contract/plans";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Switch } from "../../ui/choice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";

/** Whether the family wishes to hear from the coordinator at milestones, also after closing. */
export function MilestoneWish() {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { plan, viewer } = usePlan();
	const mine = viewer.side === "family";
	const write = useFamilyWrite(wishMilestones);
	const wants = write.isPending ? (write.variables?.body.wants ?? plan.wantsMilestones) : plan.wantsMilestones;
	return (
		<>
			<Switch
				label={say(mine ? "milestones.wish" : "evaluate.talk.wants-milestones")}
				hint={say("milestones.wish.hint")}
				checked={wants}
				disabled={!can("milestone.write") || write.isPending}
				onChange={(event) => {
					const { checked } = event.target;
					void write.mutateAsync({ params: { familyId }, body: { wants: checked, version: plan.version } }).then(
						() =>
							toast({ words: say(mine ? `milestones.wish.${checked ? "on" : "off"}` : `milestones.work.wish.${checked ? "on" : "off"}`) }),
						() => undefined,
					);
				}}
			/>
			{write.error ? <ProblemNotice error={write.error} /> : null}
		</>
	);
}
