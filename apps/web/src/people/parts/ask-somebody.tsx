import { endNetworkMember, type Involvement, inviteNetworkMember, inviteNetworkMemberAgain } from "@samenplan/contract/involvements";
import type { InvitationCard } from "@samenplan/contract/people";
import { useQuery } from "@tanstack/react-query";
import { Copy, UserPlus } from "lucide-react";
import { useState } from "react";
import { involvementsQuery } from "../../consents/queries.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { ConfirmDialog, Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Stack } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** The family asks its own people to take part, and ends that again; the card is told once. */
export function AskSomebody() {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { data = [] } = useQuery(involvementsQuery(familyId));
	const again = useFamilyWrite(inviteNetworkMemberAgain);
	const [asking, setAsking] = useState(false);
	const [card, setCard] = useState<InvitationCard>();
	if (!can("network_member.invite")) return null;
	const mine = data.filter(({ relation, mayEnd }) => relation === "network_member" && mayEnd);
	return (
		<Stack gap="sm">
			{again.error ? <ProblemNotice error={again.error} /> : null}
			{mine.length > 0 ? (
				<ul className="sp-own-network">
					{mine.map((one) => (
						<Mine
							key={one.id}
							one={one}
							pending={again.isPending}
							onAgain={() => again.mutate({ params: { familyId, personId: one.personId } }, { onSuccess: setCard })}
						/>
					))}
				</ul>
			) : null}
			<div>
				<Button look="soft" icon={<UserPlus aria-hidden="true" />} onClick={() => setAsking(true)}>
					{say("people.ask-in")}
				</Button>
			</div>
			{asking ? (
				<AskDialog
					onClose={() => setAsking(false)}
					onCard={(made) => {
						setAsking(false);
						setCard(made);
					}}
				/>
			) : null}
			{card ? <CardDialog card={card} onClose={() => setCard(undefined)} /> : null}
		</Stack>
	);
}

function Mine({ one, pending, onAgain }: { one: Involvement; pending: boolean; onAgain: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const end = useFamilyWrite(endNetworkMember);
	const [sure, setSure] = useState(false);
	const name = one.givenName;
	const state = one.state === "invited" || one.state === "declined" || one.state === "expired" ? one.state : "other";
	return (
		<li>
			<span>
				<b>{name}</b>
				{one.state === "active" ? null : <small>{say(`people.ask-in.state.${state}`)}</small>}
			</span>
			<span className="sp-row" data-gap="xs">
				{one.state === "active" || one.state === "invited" ? null : (
					<Button look="soft" size="small" pending={pending} aria-label={say("people.ask-in.again-of", { name })} onClick={onAgain}>
						{say("people.ask-in.again")}
					</Button>
				)}
				<Button look="quiet" size="small" aria-label={say("people.ask-in.stop-of", { name })} onClick={() => setSure(true)}>
					{say("people.ask-in.stop")}
				</Button>
			</span>
			<ConfirmDialog
				open={sure}
				onClose={() => setSure(false)}
				title={say("people.ask-in.stop.title", { name })}
				confirm={say("people.ask-in.stop.confirm")}
				danger
				pending={end.isPending}
				error={end.error ? <ProblemNotice error={end.error} /> : undefined}
				onConfirm={() =>
					end.mutate(
						{ params: { familyId, personId: one.personId }, body: { because: "" } },
						{
							onSuccess: () => {
								setSure(false);
								toast({ words: say("people.ask-in.stopped", { name }) });
							},
						},
					)
				}
			>
				<p>{say("people.ask-in.stop.words", { name })}</p>
			</ConfirmDialog>
		</li>
	);
}

function AskDialog({ onClose, onCard }: { onClose: () => void; onCard: (card: InvitationCard) => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const invite = useFamilyWrite(inviteNetworkMember);
	const form = useSavingForm({
		defaultValues: { givenName: "", role: "", email: "", endsOn: "" },
		draft: { familyId, field: "network-member.new" },
		save: async ({ givenName, role, email, endsOn }) =>
			onCard(
				await invite.mutateAsync({
					params: { familyId },
					body: { givenName, role, email: email.trim() || null, endsOn: endsOn || null },
				}),
			),
	});
	return (
		<Dialog open onClose={onClose} title={say("people.ask-in.title")} locked={form.pending}>
			<p>{say("people.ask-in.words")}</p>
			<Form form={form} submit={say("people.ask-in.submit")}>
				<TextField label={say("people.ask-in.name")} autoComplete="off" {...form.field("givenName")} />
				<TextField
					label={say("people.ask-in.role")}
					hint={say("people.ask-in.role-hint")}
					optional
					autoComplete="off"
					{...form.field("role")}
				/>
				<TextField
					label={say("people.ask-in.email")}
					hint={say("people.ask-in.email-hint")}
					type="email"
					optional
					autoComplete="off"
					{...form.field("email")}
				/>
				<DateField
					label={say("people.ask-in.ends")}
					hint={say("people.ask-in.ends-hint")}
					min={today()}
					optional
					{...form.field("endsOn")}
				/>
			</Form>
		</Dialog>
	);
}

/** The card at once, on this screen only: to let scan, to read out or to send on. */
function CardDialog({ card, onClose }: { card: InvitationCard; onClose: () => void }) {
	const say = useText();
	return (
		<Dialog open onClose={onClose} title={say("people.ask-in.ready", { name: card.givenName })}>
			<p>{say("people.ask-in.ready-words")}</p>
			<div className="sp-shown-card">
				<svg
					className="sp-invitation-qr"
					viewBox={`-3 -3 ${card.qr.size + 6} ${card.qr.size + 6}`}
					aria-hidden="true"
					shapeRendering="crispEdges"
				>
					<rect x="-3" y="-3" width={card.qr.size + 6} height={card.qr.size + 6} fill="#fff" />
					<path d={card.qr.path} fill="#000" />
				</svg>
				<p className="sp-invitation-code" dir="ltr">
					{card.code}
				</p>
				<Button
					look="soft"
					icon={<Copy aria-hidden="true" />}
					onClick={() => void navigator.clipboard.writeText(card.link).then(() => toast({ words: say("people.ask-in.copied") }))}
				>
					{say("people.ask-in.copy")}
				</Button>
			</div>
		</Dialog>
	);
}
