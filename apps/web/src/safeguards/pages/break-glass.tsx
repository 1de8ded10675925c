import { breakGlass, type EmergencyReason, emergencyReasons, findForEmergency } from "@samenplan/contract/emergencies";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { momentInWords, timeInWords } from "@samenplan/language/dates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate, useSearchParams } from "react-router";
import { NotFoundPage } from "../../app/not-found-page.tsx";
import { call } from "../../lib/api.ts";
import { useAbility } from "../../lib/me.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Notice } from "../../ui/notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextArea, TextField } from "../../ui/text-field.tsx";
import { myEmergenciesQuery } from "../queries.ts";
import "../parts/safeguards.css";

type Found = EndpointResponse<typeof findForEmergency>;

/** Break the glass: find one family exactly, say why, and read its plan for one hour. */
export default function BreakGlassPage() {
	return useAbility("emergency.open") ? <BreakGlass /> : <NotFoundPage />;
}

function BreakGlass() {
	const say = useText();
	const [address] = useSearchParams();
	const [found, setFound] = useState<Found>();
	const [chosen, setChosen] = useState<Found[number]>();
	return (
		<Page width="text">
			<PageTitle title={say("safeguards.glass.title")} intro={say("safeguards.glass.intro")} />
			{address.has("over") ? (
				<Notice title={say("safeguards.glass.over")} live>
					<p>{say("safeguards.glass.over-words")}</p>
				</Notice>
			) : null}
			<Notice kind="warning">
				<p>{say("safeguards.glass.call")}</p>
			</Notice>
			<Find
				onFound={(families) => {
					setFound(families);
					setChosen(undefined);
				}}
			/>
			{found && !chosen ? <FoundFamilies found={found} onChoose={setChosen} /> : null}
			{chosen ? <Why family={chosen} /> : null}
			<Mine />
		</Page>
	);
}

function Find({ onFound }: { onFound: (found: Found) => void }) {
	const say = useText();
	const [byNumber, setByNumber] = useState(false);
	const form = useSavingForm({
		defaultValues: { familyName: "", bornOn: "", familyId: "" },
		save: async ({ familyName, bornOn, familyId }) =>
			onFound(await call(findForEmergency, { body: byNumber ? { familyId } : { familyName, bornOn } })),
	});
	return (
		<Section title={say("safeguards.glass.find")} intro={say("safeguards.glass.find-words")}>
			<Form form={form} submit={say("safeguards.glass.search")} submitLook="soft">
				<Checkbox label={say("safeguards.glass.or-number")} checked={byNumber} onChange={(event) => setByNumber(event.target.checked)} />
				{byNumber ? (
					<TextField label={say("safeguards.glass.number")} autoComplete="off" {...form.field("familyId")} />
				) : (
					<>
						<TextField label={say("safeguards.glass.family-name")} autoComplete="off" {...form.field("familyName")} />
						<DateField label={say("safeguards.glass.born")} {...form.field("bornOn")} />
					</>
				)}
			</Form>
		</Section>
	);
}

function FoundFamilies({ found, onChoose }: { found: Found; onChoose: (family: Found[number]) => void }) {
	const say = useText();
	if (found.length === 0)
		return (
			<EmptyState picture={<Search />} title={say("safeguards.glass.nothing")}>
				{say("safeguards.glass.nothing-words")}
			</EmptyState>
		);
	return (
		<Stack>
			{found.map((family) => (
				<Card key={family.familyId}>
					<Row spread>
						<div>
							<b>{family.name}</b>
							<p className="text-muted">
								{family.related ? say("safeguards.glass.related") : say("safeguards.glass.coordinator", { name: family.coordinatorName })}
							</p>
						</div>
						{family.related ? (
							<ButtonLink to={`/families/${family.familyId}`} look="soft">
								{say("safeguards.glass.to-family")}
							</ButtonLink>
						) : (
							<Button look="soft" onClick={() => onChoose(family)}>
								{say("safeguards.glass.choose")}
							</Button>
						)}
					</Row>
				</Card>
			))}
		</Stack>
	);
}

function Why({ family }: { family: Found[number] }) {
	const say = useText();
	const go = useNavigate();
	const queries = useQueryClient();
	const form = useSavingForm<{ reason: EmergencyReason | ""; words: string; unsafe: boolean; delayBecause: string }>({
		defaultValues: { reason: "", words: "", unsafe: false, delayBecause: "" },
		schema: {
			safeParse: (values) => {
				const { reason, unsafe, delayBecause } = values as { reason: string; unsafe: boolean; delayBecause: string };
				const open = [...(reason === "" ? ["reason"] : []), ...(unsafe && delayBecause.trim() === "" ? ["delayBecause"] : [])];
				return open.length === 0 ? { success: true } : { success: false, error: { issues: open.map((path) => ({ path: [path] })) } };
			},
		},
		save: ({ reason, words, unsafe, delayBecause }) =>
			call(breakGlass, {
				body: { familyId: family.familyId, reason: reason || "acute_danger", words, delayBecause: unsafe ? delayBecause : "" },
			}),
		onSaved: async () => {
			await queries.invalidateQueries({ queryKey: ["emergencies"] });
			await queries.resetQueries({ queryKey: ["families", family.familyId] });
			void go(`/families/${family.familyId}`);
		},
	});
	return (
		<Section title={family.name} intro={say("safeguards.glass.hear")}>
			<Form form={form} submit={say("safeguards.glass.open")}>
				<RadioCards
					label={say("safeguards.glass.why")}
					column="16rem"
					cards={emergencyReasons.map((reason) => ({ value: reason, label: say(term("emergencyReasons", reason)) }))}
					{...form.choice("reason")}
				/>
				<TextArea label={say("safeguards.glass.words")} hint={say("safeguards.glass.words-hint")} rows={3} {...form.field("words")} />
				<Checkbox label={say("safeguards.glass.unsafe")} {...form.field("unsafe")} />
				{form.hook.watch("unsafe") ? (
					<TextArea
						label={say("safeguards.glass.delay")}
						hint={say("safeguards.glass.delay-hint")}
						rows={2}
						{...form.field("delayBecause")}
					/>
				) : null}
			</Form>
		</Section>
	);
}

function Mine() {
	const say = useText();
	const { locale } = useIntl();
	const { data } = useQuery(myEmergenciesQuery);
	if (!data || data.emergencies.length === 0) return null;
	return (
		<Section title={say("safeguards.glass.mine")}>
			<ul className="sp-uses">
				{data.emergencies.map((use) => (
					<li key={use.id}>
						<Row spread>
							<b>{momentInWords(use.createdAt, locale)}</b>
							{use.open ? (
								<StateBadge tone="warning" shape="open">
									{say("safeguards.glass.mine-open", { time: timeInWords(use.untilAt, locale) })}
								</StateBadge>
							) : use.verdict ? (
								<StateBadge
									tone={use.verdict === "justified" ? "positive" : "negative"}
									shape={use.verdict === "justified" ? "check" : "cross"}
								>
									{say(term("emergencyVerdicts", use.verdict))}
								</StateBadge>
							) : (
								<StateBadge tone="neutral" shape="dot">
									{say("safeguards.glass.mine-over")}
								</StateBadge>
							)}
						</Row>
						<p>{say(term("emergencyReasons", use.reason))}</p>
						<p className="sp-uses-words">{use.words}</p>
						{use.verdictWords ? <p className="text-muted">{use.verdictWords}</p> : null}
						{use.open ? (
							<ButtonLink to={`/families/${use.familyId}`} look="soft" size="small">
								{say("safeguards.glass.to-family")}
							</ButtonLink>
						) : null}
					</li>
				))}
			</ul>
		</Section>
	);
}
