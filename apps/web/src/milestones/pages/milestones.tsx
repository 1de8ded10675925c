import type { MilestoneLine } from "@samenplan/plan-rules/milestones";
import { Plus, Signpost } from "lucide-react";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { MilestoneDialog } from "../parts/milestone-form.tsx";
import { MilestoneItem } from "../parts/milestone-item.tsx";
import { MilestoneWish } from "../parts/milestone-wish.tsx";
import { keyOf, useMilestones } from "../queries.ts";
import "../milestones.css";

/** What comes in the lives of the children: ages by themselves, the rest written down by the family or the coordinator. */
export default function MilestonesPage() {
	const say = useText();
	const can = useCan();
	const home = `/families/${useFamilyId()}`;
	const { side } = usePlan().viewer;
	const lines = useMilestones();
	const [adding, setAdding] = useState(false);
	const coming = lines.filter(({ state }) => state !== "talked");
	const before = lines.filter(({ state }) => state === "talked").reverse();
	const add = can("milestone.write") ? (
		<Button icon={<Plus aria-hidden="true" />} look={coming.length === 0 ? "primary" : "soft"} onClick={() => setAdding(true)}>
			{say("milestones.add")}
		</Button>
	) : null;
	return (
		<Page width="text">
			<PageTitle
				title={say("milestones.title")}
				intro={say("milestones.intro")}
				back={side === "family" ? { to: home, label: say("plans.to-home") } : undefined}
			/>
			{coming.length === 0 ? (
				<EmptyState picture={<Signpost />} title={say("milestones.none.title")} actions={add}>
					{say("milestones.none.words")}
				</EmptyState>
			) : (
				<Section title={say("milestones.ahead")}>
					<Lines lines={coming} />
					<div>{add}</div>
				</Section>
			)}
			<MilestoneWish />
			{before.length > 0 ? (
				<Section title={say("milestones.past")}>
					<Lines lines={before} />
				</Section>
			) : null}
			{adding ? <MilestoneDialog onClose={() => setAdding(false)} /> : null}
		</Page>
	);
}

function Lines({ lines }: { lines: readonly MilestoneLine[] }) {
	return (
		<ul className="ms-lines">
			{lines.map((line) => (
				<MilestoneItem key={keyOf(line)} line={line} />
			))}
		</ul>
	);
}
