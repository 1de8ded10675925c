import { type AdviceCheck, adviceFits, checkAdvice, type Help, recordAdviceCheck } from "@samenplan/contract/help";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { Minus, ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { usePeople } from "../../plans/people.ts";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Row, Stack } from "../../ui/layout.tsx";
import { Quote } from "../../ui/person.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { StateBadge, type StateShape, type StateTone } from "../../ui/state-badge.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Fit = AdviceCheck["fitted"];
const pictures: Record<Fit, React.ReactNode> = { fitted: <ThumbsUp />, partly: <Minus />, not: <ThumbsDown /> };
const looks: Record<Fit, { tone: StateTone; shape: StateShape }> = {
	fitted: { tone: "positive", shape: "check" },
	partly: { tone: "neutral", shape: "dashed" },
	not: { tone: "warning", shape: "cross" },
};

/** Whether the advice fitted, each for themselves; what somebody said before stays readable beside what they say now. */
export function Advice({ help }: { help: Help }) {
	const say = useText();
	const can = useCan();
	const { viewer, plan, adviceChecks } = usePlan();
	const { family } = usePeople();
	const [saying, setSaying] = useState<string>();
	const checks = adviceChecks.filter(({ helpId }) => helpId === help.id);
	const said = [...new Set(checks.map(({ personId }) => personId))];
	const open = plan.state === "open";
	const self = open && can("help.weigh") && family.some(({ id }) => id === viewer.personId);
	const recordable = open && can("view.record") ? family.filter(({ hasAccount }) => !hasAccount) : [];
	const name = family.find(({ id }) => id === saying)?.givenName ?? "";
	return (
		<Stack gap="sm">
			<Stack gap="2xs">
				<h4>{say("help.advice")}</h4>
				<p className="sp-hint">{say(checks.length === 0 && !self ? "help.advice-none" : "help.advice-intro")}</p>
			</Stack>
			{said.length > 0 ? (
				<ul className="advice-answers">
					{said.map((personId) => (
						<Said key={personId} checks={checks.filter((check) => check.personId === personId)} />
					))}
				</ul>
			) : null}
			{self || recordable.length > 0 ? (
				<Row gap="xs">
					{self ? (
						<Button look="soft" onClick={() => setSaying(viewer.personId)}>
							{say(said.includes(viewer.personId) ? "help.advice-again" : "help.advice-say")}
						</Button>
					) : null}
					{recordable.map(({ id, givenName }) => (
						<Button key={id} look="soft" size="small" onClick={() => setSaying(id)}>
							{say("help.advice-record", { name: givenName })}
						</Button>
					))}
				</Row>
			) : null}
			<Dialog open={saying !== undefined} onClose={() => setSaying(undefined)} title={say("help.advice")}>
				{saying ? (
					<AdviceForm
						help={help}
						personId={saying}
						name={saying === viewer.personId ? undefined : name}
						onDone={() => setSaying(undefined)}
					/>
				) : null}
			</Dialog>
		</Stack>
	);
}

/** The newest answer of one person, with the one before it when that was another. */
function Said({ checks }: { checks: readonly AdviceCheck[] }) {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const now = checks.at(-1);
	const before = checks.at(-2);
	if (!now) return null;
	const name = nameOf(now.personId);
	return (
		<li>
			<Quote
				personId={now.personId}
				name={name}
				when={dateInWords(dayOf(now.createdAt), locale)}
				note={now.recorded ? say("steps.written-down-with", { name: nameOf(now.writtenBy), who: name }) : undefined}
				actions={
					before && before.fitted !== now.fitted ? (
						<p className="sp-hint">{say("help.advice-before", { name, answer: say(term("adviceFits", before.fitted)) })}</p>
					) : null
				}
			>
				<StateBadge {...looks[now.fitted]}>{say(term("adviceFits", now.fitted))}</StateBadge>
				{now.text ? <p className="sp-words">{now.text}</p> : null}
			</Quote>
		</li>
	);
}

type FormProps = { help: Help; personId: string; name?: string; onDone: () => void };

/** One's own answer; with a name, the answer of somebody at the table who cannot sign in. */
function AdviceForm({ help, personId, name, onDone }: FormProps) {
	const say = useText();
	const familyId = useFamilyId();
	const check = useFamilyWrite(checkAdvice);
	const record = useFamilyWrite(recordAdviceCheck);
	const params = { familyId, helpId: help.id };
	const form = useSavingForm<{ fitted: Fit | null; text: string }>({
		defaultValues: { fitted: null, text: "" },
		draft: { familyId, field: `advice.${help.id}.${personId}` },
		save: ({ fitted, text }) => {
			const body = { fitted: fitted as Fit, text };
			return name === undefined ? check.mutateAsync({ params, body }) : record.mutateAsync({ params, body: { ...body, personId } });
		},
		onSaved: () => {
			toast({ words: say("help.advice-saved") });
			onDone();
		},
	});
	const choice = form.choice("fitted");
	return (
		<Form form={form} submit={say("help.advice-save")} label={say("help.advice")}>
			<RadioCards<Fit>
				label={name === undefined ? say("help.advice-question") : say("help.advice-question-of", { name })}
				column="9rem"
				cards={adviceFits.map((value) => ({ value, label: say(term("adviceFits", value)), picture: pictures[value] }))}
				name="fitted"
				value={choice.value}
				onValue={choice.onValue}
				error={choice.error}
			/>
			<TextArea label={say("group-plan.your-words")} hint={say("help.advice-read")} optional rows={2} {...form.field("text")} />
		</Form>
	);
}
