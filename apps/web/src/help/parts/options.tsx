import { addHelpOption, type HelpOption, removeHelpOption } from "@samenplan/contract/help";
import { BookOpen, HandHelping, Heart, Minus, Plus, ThumbsUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { Examples } from "./examples.tsx";
import { OptionForm } from "./option-form.tsx";
import { WeighForm } from "./weigh-form.tsx";
import "../help.css";

/** Options side by side, the family's pros and cons before the professional's; below each other on a phone. */
export function Options() {
	const say = useText();
	const can = useCan();
	const { helpOptions } = usePlan();
	const [adding, setAdding] = useState<"own" | "example">();
	const add = can("help.write") ? (
		<>
			<Button look={helpOptions.length > 0 ? "soft" : "primary"} icon={<Plus aria-hidden="true" />} onClick={() => setAdding("own")}>
				{say("help.option-add")}
			</Button>
			<Button look="soft" icon={<BookOpen aria-hidden="true" />} onClick={() => setAdding("example")}>
				{say("help.examples")}
			</Button>
		</>
	) : null;
	return (
		<Section
			title={say("help.options")}
			intro={helpOptions.length > 0 ? say("help.options-intro") : undefined}
			actions={helpOptions.length > 0 ? add : null}
		>
			{helpOptions.length === 0 ? (
				<EmptyState title={say("help.no-options")} level={3} actions={add}>
					{say(can("help.write") ? "help.no-options-work" : "help.no-options-words")}
				</EmptyState>
			) : (
				<ul className="options">
					{helpOptions.map((option) => (
						<Option key={option.id} option={option} />
					))}
				</ul>
			)}
			<Dialog open={adding === "own"} onClose={() => setAdding(undefined)} title={say("help.option-add")} width="wide">
				<OptionForm onDone={() => setAdding(undefined)} />
			</Dialog>
			<Dialog open={adding === "example"} onClose={() => setAdding(undefined)} title={say("help.examples")} width="wide">
				<Examples />
			</Dialog>
		</Section>
	);
}

function Option({ option }: { option: HelpOption }) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const remove = useFamilyWrite(removeHelpOption);
	const back = useFamilyWrite(addHelpOption);
	const takeAway = async () => {
		await remove.mutateAsync({ params: { familyId, optionId: option.id } });
		const { id: _id, writtenBy: _by, version: _version, createdAt: _at, ...body } = option;
		toast({ words: say("help.option-removed", { name: option.name }), undo: () => back.mutate({ params: { familyId }, body }) });
	};
	const [dialog, setDialog] = useState<"edit" | "weigh">();
	const facts = [
		["help.waiting", option.waiting],
		["help.distance", option.distance],
		["help.cost", option.cost],
	] as const;
	return (
		<li className="option">
			<div className="option-head">
				<h3>{option.name}</h3>
				{option.recommended ? (
					<StateBadge tone="achieved" shape="star">
						{say("help.recommended")}
					</StateBadge>
				) : null}
			</div>
			<div className="option-part">
				{option.what ? <p className="sp-words">{option.what}</p> : null}
				{option.knownToWork ? (
					<p className="option-known">
						<b>{say("help.known")}</b> {option.knownToWork}
					</p>
				) : null}
			</div>
			<dl className="option-facts">
				{facts.map(([key, words]) => (
					<div key={key}>
						<dt>{say(key)}</dt>
						<dd>{words || <span className="text-muted">{say("help.nothing-yet")}</span>}</dd>
					</div>
				))}
			</dl>
			<Weighing look="family-for" title={say("help.family-for")} words={option.familyFor} picture={<ThumbsUp aria-hidden="true" />} />
			<Weighing
				look="family-against"
				title={say("help.family-against")}
				words={option.familyAgainst}
				picture={<Minus aria-hidden="true" />}
			/>
			<Weighing look="preference" title={say("help.preference")} words={option.preference} picture={<Heart aria-hidden="true" />} />
			<Weighing look="for" title={say("help.professional-for")} words={option.professionalFor} picture={<ThumbsUp aria-hidden="true" />} />
			<Weighing
				look="against"
				title={say("help.professional-against")}
				words={option.professionalAgainst}
				picture={<Minus aria-hidden="true" />}
			/>
			<Weighing look="own-offer" title={say("help.own-offer")} words={option.ownOffer} picture={<HandHelping aria-hidden="true" />} />
			<Row gap="xs" className="option-actions">
				{can("help.weigh") && !can("help.write") ? (
					<Button look="soft" onClick={() => setDialog("weigh")}>
						{say("help.weigh")}
					</Button>
				) : null}
				{can("help.write") ? (
					<>
						<Button
							look="soft"
							size="small"
							aria-label={say("help.option-edit-of", { name: option.name })}
							onClick={() => setDialog("edit")}
						>
							{say("help.option-edit")}
						</Button>
						<Button
							look="quiet"
							size="small"
							aria-label={`${say("help.option-remove")}: ${option.name}`}
							pending={remove.isPending}
							onClick={() => void takeAway().catch(() => undefined)}
						>
							{say("help.option-remove")}
						</Button>
					</>
				) : null}
				{remove.error ? <ProblemNotice error={remove.error} /> : null}
			</Row>
			<Dialog
				open={dialog === "edit"}
				onClose={() => setDialog(undefined)}
				title={say("help.option-edit-of", { name: option.name })}
				width="wide"
			>
				<OptionForm option={option} onDone={() => setDialog(undefined)} />
			</Dialog>
			<Dialog open={dialog === "weigh"} onClose={() => setDialog(undefined)} title={say("help.weigh-of", { name: option.name })}>
				<WeighForm option={option} onDone={() => setDialog(undefined)} />
			</Dialog>
		</li>
	);
}

function Weighing({ look, title, words, picture }: { look: string; title: string; words: string; picture: ReactNode }) {
	const say = useText();
	return (
		<div className="option-weigh" data-look={look}>
			<h4>
				{picture}
				{title}
			</h4>
			<p className={words ? "sp-words" : "text-muted"}>{words || say("help.nothing-yet")}</p>
		</div>
	);
}
