import { agreeOnSharing, describeReferral, type PlanHead, placements, setFrame } from "@samenplan/contract/plans";
import { dayInWords } from "@samenplan/language/dates";
import { Gavel, Pencil } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../../lib/api.ts";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { today } from "../../../plans/facts.ts";
import { usePeople } from "../../../plans/people.ts";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../../plans/queries.ts";
import { usePlanSaving } from "../../../plans/use-plan-saving.ts";
import { Button, ButtonLink } from "../../../ui/button.tsx";
import { Checkbox } from "../../../ui/choice.tsx";
import { DateField } from "../../../ui/date-field.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../../ui/form.tsx";
import { Grid, Row, Section, Stack } from "../../../ui/layout.tsx";
import { Select } from "../../../ui/select.tsx";
import { TextArea, TextField } from "../../../ui/text-field.tsx";
import { WrittenMeanwhile } from "../../../ui/written-meanwhile.tsx";
import { TogetherText } from "../../parts/together-text.tsx";
import { TalkMoved } from "./talk-moved.tsx";

/** How it began: who sent the family and what they hear back, and what is fixed already by a judge or by where a child lives. */
export function HowItBegan() {
	const say = useText();
	const can = useCan();
	const { plan } = usePlan();
	const [open, setOpen] = useState<"referral" | "frame">();
	const [movedTo, setMovedTo] = useState<string | null>(null);
	const steers = can("plan.steer") && plan.state === "open";
	return (
		<Section title={say("clarify.start")} intro={say("clarify.work.start-intro")} id="start">
			<Stack gap="md">
				<Frame />
				<TalkMoved to={movedTo} />
				<Grid column="19rem" gap="lg">
					<Referral />
					{plan.referrer ? <ReferrerHears writable={steers} /> : null}
				</Grid>
				{steers ? (
					<Row gap="2xs">
						<Change onClick={() => setOpen("referral")}>
							{say(plan.referrer ? "clarify.work.referral-change" : "clarify.work.referral")}
						</Change>
						<Change onClick={() => setOpen("frame")}>
							{say(plan.courtOrderOn || plan.placement !== "home" ? "clarify.work.frame-change" : "clarify.work.frame-set")}
						</Change>
					</Row>
				) : null}
			</Stack>
			{open === "referral" ? <ReferralDialog onClose={() => setOpen(undefined)} /> : null}
			{open === "frame" ? <FrameDialog onClose={() => setOpen(undefined)} onTalkMoved={setMovedTo} /> : null}
		</Section>
	);
}

function Change({ onClick, children }: { onClick: () => void; children: string }) {
	return (
		<span className="step-change">
			<Button look="quiet" size="small" icon={<Pencil aria-hidden="true" />} onClick={onClick}>
				{children}
			</Button>
		</span>
	);
}

/** Who sent the family, and why. */
export function Referral() {
	const say = useText();
	const { plan } = usePlan();
	return (
		<div>
			<h3 className="step-text-name">{say("clarify.start.referrer")}</h3>
			{plan.referrer ? <p className="sp-words">{plan.referrer}</p> : <p className="sp-hint">{say("clarify.start.self")}</p>}
			{plan.referralReason ? <p className="sp-words">“{plan.referralReason}”</p> : null}
		</div>
	);
}

function ReferrerHears({ writable }: { writable: boolean }) {
	const say = useText();
	const familyId = useFamilyId();
	const can = useCan();
	const { plan } = usePlan();
	const share = useFamilyWrite(agreeOnSharing);
	return (
		<Stack gap="2xs">
			<TogetherText<PlanHead>
				field="plan.referrerHears"
				label={say("clarify.start.hears", { referrer: plan.referrer })}
				hint={say("clarify.work.referrer-hears-hint")}
				value={plan.referrerHears}
				version={plan.version}
				empty={say("clarify.start.hears-none")}
				writable={writable}
				rows={2}
				save={(referrerHears, version) => share.mutateAsync({ params: { familyId }, body: { referrerHears, version } })}
				textOf={({ referrerHears }) => referrerHears}
			/>
			{plan.referrerHears && can("consent.ask") ? (
				<span className="step-change">
					<ButtonLink look="quiet" size="small" to={`/families/${familyId}/consents/new`}>
						{say("clarify.work.referrer-consent")}
					</ButtonLink>
				</span>
			) : null}
		</Stack>
	);
}

/** What a judge decided: what stands, and what the family still chooses itself; and where a child lives who is not at home. */
export function Frame() {
	const say = useText();
	const { locale } = useIntl();
	const { plan } = usePlan();
	const { children } = usePeople();
	const away = plan.placement !== "home";
	if (plan.courtOrderOn === null && !away) return null;
	return (
		<div className="step-frame">
			{plan.courtOrderOn ? (
				<>
					<p className="step-frame-on">
						<Gavel aria-hidden="true" size="1.2em" /> {say("clarify.frame.on", { day: dayInWords(plan.courtOrderOn, locale) })}
					</p>
					<div className="step-frame-two">
						<div>
							<h3 className="step-text-name">{say("clarify.frame.stands")}</h3>
							<p className="sp-words">{plan.courtOrder}</p>
						</div>
						<div>
							<h3 className="step-text-name">{say("clarify.frame.choose")}</h3>
							{plan.ownChoices ? (
								<p className="sp-words">{plan.ownChoices}</p>
							) : (
								<p className="sp-hint">{say("clarify.frame.choose-none")}</p>
							)}
						</div>
					</div>
				</>
			) : null}
			{away ? (
				<div>
					<h3 className="step-text-name">{say("clarify.frame.placement", { count: children.length })}</h3>
					<p>{say(term("placements", plan.placement))}</p>
				</div>
			) : null}
		</div>
	);
}

function ReferralDialog({ onClose }: { onClose: () => void }) {
	const say = useText();
	const { plan } = usePlan();
	const saving = usePlanSaving(["referrer", "referralReason"], onClose);
	const form = useSavingForm({
		defaultValues: { referrer: plan.referrer, referralReason: plan.referralReason },
		draft: { familyId: saving.familyId, field: "plan.referral" },
		save: (values) => saving.send((version) => call(describeReferral, { params: saving.params, body: { ...values, version } })),
		...saving.after,
	});
	return (
		<Dialog open onClose={onClose} title={say("clarify.work.referral")}>
			<Form form={form} submit={say("ui.save")}>
				<WrittenMeanwhile
					theirs={
						saving.other && [
							{ label: say("clarify.work.referrer"), words: saving.other.referrer },
							{ label: say("clarify.work.referral-reason"), words: saving.other.referralReason },
						]
					}
				/>
				<TextField
					label={say("clarify.work.referrer")}
					hint={say("clarify.work.referrer-hint")}
					autoComplete="off"
					{...form.field("referrer")}
				/>
				<TextArea
					label={say("clarify.work.referral-reason")}
					hint={say("clarify.work.referral-reason-hint")}
					optional
					{...form.field("referralReason")}
				/>
			</Form>
		</Dialog>
	);
}

type FrameValues = Pick<PlanHead, "placement" | "courtOrder" | "ownChoices"> & { ordered: boolean; courtOrderOn: string };

function FrameDialog({ onClose, onTalkMoved }: { onClose: () => void; onTalkMoved: (to: string | null) => void }) {
	const say = useText();
	const { plan } = usePlan();
	const saving = usePlanSaving(["placement", "courtOrderOn", "courtOrder", "ownChoices"], onClose);
	const form = useSavingForm<FrameValues>({
		defaultValues: {
			placement: plan.placement,
			ordered: plan.courtOrderOn !== null,
			courtOrderOn: plan.courtOrderOn ?? "",
			courtOrder: plan.courtOrder,
			ownChoices: plan.ownChoices,
		},
		draft: { familyId: saving.familyId, field: "plan.frame" },
		schema: {
			safeParse: (values) => {
				const { ordered, courtOrderOn } = values as FrameValues;
				return ordered && courtOrderOn === ""
					? { success: false, error: { issues: [{ path: ["courtOrderOn"], input: "" }] } }
					: { success: true };
			},
		},
		save: ({ ordered, courtOrderOn, ...values }) =>
			saving.send((version) =>
				call(setFrame, {
					params: saving.params,
					body: ordered
						? { ...values, courtOrderOn, version }
						: { placement: values.placement, courtOrderOn: null, courtOrder: "", ownChoices: "", version },
				}).then(({ talkMovedTo }) => onTalkMoved(talkMovedTo)),
			),
		...saving.after,
	});
	return (
		<Dialog open onClose={onClose} title={say("clarify.work.frame-title")} width="wide">
			<Form form={form} submit={say("ui.save")}>
				<WrittenMeanwhile
					theirs={
						saving.other && [
							{ label: say("clarify.frame.stands"), words: saving.other.courtOrder },
							{ label: say("clarify.frame.choose"), words: saving.other.ownChoices },
						]
					}
				/>
				<Select
					label={say("clarify.frame.placement", { count: 1 })}
					hint={say("clarify.work.frame-placement-hint")}
					options={placements.map((placement) => ({ value: placement, label: say(term("placements", placement)) }))}
					{...form.field("placement")}
				/>
				<Checkbox label={say("clarify.work.frame-order")} {...form.field("ordered")} />
				{form.hook.watch("ordered") ? (
					<>
						<DateField label={say("clarify.work.frame-on")} max={today()} {...form.field("courtOrderOn")} />
						<TextArea label={say("clarify.frame.stands")} hint={say("clarify.work.frame-stands-hint")} {...form.field("courtOrder")} />
						<TextArea
							label={say("clarify.frame.choose")}
							hint={say("clarify.work.frame-choose-hint")}
							optional
							{...form.field("ownChoices")}
						/>
					</>
				) : null}
			</Form>
		</Dialog>
	);
}
