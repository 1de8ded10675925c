import { type Ask, addAsk, editAsk, moveAsk, withdrawOffer } from "@samenplan/contract/network";
import { askMoves } from "@samenplan/plan-rules/ask-moves";
import { Ellipsis, HandHelping, Plus, X } from "lucide-react";
import { useState } from "react";
import { ShareWith } from "../../consents/parts/share-with.tsx";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { Menu } from "../../ui/menu.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Avatar } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge, type StateShape, type StateTone } from "../../ui/state-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { WrittenMeanwhile } from "../../ui/written-meanwhile.tsx";
import { OfferForm } from "./offer-form.tsx";
import "../network.css";

const looks: Record<Ask["state"], { tone: StateTone; shape: StateShape }> = {
	open: { tone: "action", shape: "open" },
	taken: { tone: "positive", shape: "check" },
	done: { tone: "achieved", shape: "star" },
	withdrawn: { tone: "neutral", shape: "cross" },
};

/** What the family asks of its people, and who offered. */
export function Asks() {
	const say = useText();
	const can = useCan();
	const { asks } = usePlan();
	const [adding, setAdding] = useState(false);
	const add = can("network.write") ? (
		<Button look={asks.length > 0 ? "soft" : "primary"} icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>
			{say("asks.add")}
		</Button>
	) : null;
	return (
		<Section title={say("asks.title")} intro={say("asks.intro")} actions={asks.length > 0 ? add : null}>
			{asks.length === 0 ? (
				<EmptyState picture={<HandHelping />} title={say("asks.none")} level={3} actions={add}>
					{say("asks.none-words")}
				</EmptyState>
			) : (
				<ul className="asks">
					{asks.map((ask) => (
						<OneAsk key={ask.id} ask={ask} />
					))}
				</ul>
			)}
			<Dialog open={adding} onClose={() => setAdding(false)} title={say("asks.add")}>
				<AskForm onDone={() => setAdding(false)} />
			</Dialog>
		</Section>
	);
}

function OneAsk({ ask }: { ask: Ask }) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const move = useFamilyWrite(moveAsk);
	const withdraw = useFamilyWrite(withdrawOffer);
	const [dialog, setDialog] = useState<"offer" | "edit">();
	const possible = askMoves(ask.state, ask.offers.length);
	const mayAnswer = can("ask.answer");
	const to = (state: Ask["state"]) => move.mutate({ params: { familyId, askId: ask.id }, body: { state } });
	const error = move.error ?? withdraw.error;
	return (
		<Card as="li" className="ask" look={ask.state === "done" ? "achieved" : ask.state === "withdrawn" ? "sunken" : "raised"}>
			<Row spread align="start">
				<StateBadge {...looks[ask.state]}>{say(term("askStates", ask.state))}</StateBadge>
				{mayAnswer ? (
					<Menu
						className="sp-icon-button"
						label={`${say("asks.more")}: ${ask.text}`}
						button={<Ellipsis aria-hidden="true" />}
						items={[
							...(can("network.write") ? [{ id: "edit", label: say("asks.edit"), onAction: () => setDialog("edit") }] : []),
							...(possible.includes("withdrawn") ? [{ id: "withdraw", label: say("asks.withdraw"), onAction: () => to("withdrawn") }] : []),
							...(possible.includes("open") ? [{ id: "reopen", label: say("asks.reopen"), onAction: () => to("open") }] : []),
						]}
					/>
				) : null}
			</Row>
			<h3>{ask.text}</h3>
			{ask.whenText ? <p className="ask-when">{ask.whenText}</p> : null}
			{ask.offers.length > 0 ? (
				<ul className="ask-offers">
					{ask.offers.map((offer) => (
						<OneOffer
							key={offer.id}
							offer={offer}
							onWithdraw={
								mayAnswer && ask.state !== "done" ? () => withdraw.mutate({ params: { familyId, offerId: offer.id } }) : undefined
							}
						/>
					))}
				</ul>
			) : null}
			{ask.state === "open" || ask.state === "taken" ? <ShareWith object="ask" objectId={ask.id} /> : null}
			{mayAnswer ? (
				<Row gap="xs">
					{possible.includes("taken") && ask.state === "open" ? (
						<Button size="small" pending={move.isPending} onClick={() => to("taken")}>
							{say("asks.take")}
						</Button>
					) : null}
					{possible.includes("done") ? (
						<Button size="small" pending={move.isPending} onClick={() => to("done")}>
							{say("asks.done")}
						</Button>
					) : null}
					{ask.state === "open" || ask.state === "taken" ? (
						<Button size="small" look="soft" onClick={() => setDialog("offer")}>
							{say("asks.offer")}
						</Button>
					) : null}
				</Row>
			) : null}
			{error ? <ProblemNotice error={error} /> : null}
			<Dialog open={dialog === "offer"} onClose={() => setDialog(undefined)} title={say("asks.offer-title")}>
				<OfferForm ask={ask} onDone={() => setDialog(undefined)} />
			</Dialog>
			<Dialog open={dialog === "edit"} onClose={() => setDialog(undefined)} title={say("asks.edit")}>
				<AskForm ask={ask} onDone={() => setDialog(undefined)} />
			</Dialog>
		</Card>
	);
}

function OneOffer({ offer, onWithdraw }: { offer: Ask["offers"][number]; onWithdraw?: () => void }) {
	const say = useText();
	const nameOf = usePersonName();
	const { networkTies } = usePlan();
	const name = offer.personId ? nameOf(offer.personId) : (networkTies.find(({ id }) => id === offer.tieId)?.name ?? "");
	return (
		<li>
			<Avatar personId={offer.personId ?? offer.tieId ?? offer.id} name={name || offer.text} size="2rem" />
			<span>
				{name ? <b>{name}</b> : null}
				{name && offer.text ? ": " : null}
				{offer.text}
			</span>
			{onWithdraw ? (
				<IconButton label={`${say("asks.offer-away")}: ${name || offer.text}`} onClick={onWithdraw}>
					<X size="1.1em" aria-hidden="true" />
				</IconButton>
			) : null}
		</li>
	);
}

function AskForm({ ask, onDone }: { ask?: Ask; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const add = useFamilyWrite(addAsk);
	const edit = useFamilyWrite(editAsk);
	const [other, setOther] = useState<Ask>();
	const form = useSavingForm({
		defaultValues: { text: ask?.text ?? "", whenText: ask?.whenText ?? "", version: ask?.version ?? 1 },
		draft: { familyId, field: `ask.${ask?.id ?? "new"}` },
		save: ({ version, ...body }) =>
			ask
				? edit.mutateAsync({ params: { familyId, askId: ask.id }, body: { ...body, version } })
				: add.mutateAsync({ params: { familyId }, body }),
		onSaved: () => {
			toast({ words: say("network.saved") });
			onDone();
		},
		onConflict: (current) => {
			setOther(current as Ask);
			form.hook.setValue("version", (current as Ask).version);
		},
	});
	return (
		<Form form={form} submit={say(ask ? "network.save" : "asks.save")} label={say("asks.add")}>
			<WrittenMeanwhile
				theirs={
					other && [
						{ label: say("asks.what"), words: other.text },
						{ label: say("asks.when"), words: other.whenText },
					]
				}
			/>
			<TextField label={say("asks.what")} hint={say("asks.what-hint")} {...form.field("text")} />
			<TextField label={say("asks.when")} hint={say("asks.when-hint")} {...form.field("whenText")} />
		</Form>
	);
}
