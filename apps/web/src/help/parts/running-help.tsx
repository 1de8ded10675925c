import type { Help } from "@samenplan/contract/help";
import { HandHelping, Plus } from "lucide-react";
import { useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Section } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { HelpForm } from "./help-form.tsx";
import { OneHelp } from "./one-help.tsx";
import "../help.css";

const isOver = ({ state }: Help) => state === "stopped" || state === "completed";

/** The help that was arranged: what there is now first, then what there was; each with its own history. */
export function RunningHelp() {
	const say = useText();
	const can = useCan();
	const { help, decisions } = usePlan();
	const [arranging, setArranging] = useState<"new" | Help>();
	const newest = decisions.at(-1);
	const still = newest?.optionId && can("help.write") && help.length > 0 && !help.some(({ decisionId }) => decisionId === newest.id);
	const arrange =
		can("help.write") && decisions.length > 0 ? (
			<Button look="soft" icon={<Plus aria-hidden="true" />} onClick={() => setArranging("new")}>
				{say("help.arrange")}
			</Button>
		) : null;
	const now = help.filter((one) => !isOver(one));
	const before = help.filter(isOver);
	return (
		<>
			<Section title={say("help.running")} actions={help.length > 0 ? arrange : null} id="running">
				{help.length === 0 || (now.length === 0 && before.length === 0) ? (
					<EmptyState picture={<HandHelping />} title={say("help.no-help")} level={3} actions={arrange}>
						{say("help.no-help-words")}
					</EmptyState>
				) : null}
				{still ? <Notice title={newest.what}>{say("help.not-arranged")}</Notice> : null}
				{help.length > 0 && now.length === 0 ? <p className="text-muted">{say("help.no-help")}</p> : null}
				{now.map((one) => (
					<OneHelp key={one.id} help={one} onReplace={() => setArranging(one)} />
				))}
				<Dialog open={arranging !== undefined} onClose={() => setArranging(undefined)} title={say("help.arrange")} width="wide">
					<HelpForm insteadOf={arranging === "new" ? undefined : arranging} onDone={() => setArranging(undefined)} />
				</Dialog>
			</Section>
			{before.length > 0 ? (
				<Section title={say("help.before")} id="before">
					{before.map((one) => (
						<OneHelp key={one.id} help={one} onReplace={() => setArranging(one)} />
					))}
				</Section>
			) : null}
		</>
	);
}
