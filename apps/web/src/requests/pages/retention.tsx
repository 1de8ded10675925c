import { destroyAfterTerm, endHold, type Retention, setYearsKept } from "@samenplan/contract/retention";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { Archive } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useAbility } from "../../lib/me.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Page, PageTitle, Row, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { DestroyDialog } from "../parts/destroy-dialog.tsx";
import { PlaceHold } from "../parts/hold.tsx";
import { Refused } from "../parts/refused.tsx";
import { useOfficerWrite } from "../parts/use-request-write.ts";
import { retentionQuery } from "../queries.ts";

/** How long files are kept, whose term is over, what must stay, and the proof of what went. */
export default function RetentionPage() {
	const say = useText();
	const { data, error, refetch } = useQuery(retentionQuery);
	return (
		<Page width="text">
			<PageTitle title={say("retention.title")} intro={say("retention.intro")} />
			{error && !data ? (
				<ProblemNotice error={error} onRetry={() => void refetch()} />
			) : data ? (
				<>
					<Over proposals={data.proposals} />
					<Holds holds={data.holds} />
					<Term key={data.yearsKept} years={data.yearsKept} />
					<Proofs proofs={data.proofs} />
				</>
			) : (
				<Loading shape="cards" />
			)}
		</Page>
	);
}

function Over({ proposals }: Pick<Retention, "proposals">) {
	const say = useText();
	return (
		<Section title={say("retention.over")}>
			{proposals.length === 0 ? (
				<EmptyState level={3} picture={<Archive />} title={say("retention.over-none")}>
					{say("retention.over-none-words")}
				</EmptyState>
			) : (
				<Stack gap="sm">
					{proposals.map((proposal) => (
						<Proposal key={proposal.familyId} proposal={proposal} />
					))}
				</Stack>
			)}
		</Section>
	);
}

function Proposal({ proposal }: { proposal: Retention["proposals"][number] }) {
	const say = useText();
	const { locale } = useIntl();
	const mayDestroy = useAbility("retention.write");
	const destroy = useOfficerWrite(destroyAfterTerm);
	const [asking, setAsking] = useState(false);
	return (
		<Card>
			<Stack gap="xs">
				<Row spread align="start">
					<Stack gap="2xs">
						<b>{proposal.familyName}</b>
						<span className="sp-hint">{say("retention.over-on", { day: dayInWords(proposal.termOverOn, locale) })}</span>
					</Stack>
					{proposal.onHold ? <StateBadge tone="warning">{say("requests.on-hold")}</StateBadge> : null}
				</Row>
				{mayDestroy && !proposal.onHold ? (
					<>
						<div>
							<Button look="danger" size="small" onClick={() => setAsking(true)}>
								{say("retention.destroy")}
							</Button>
						</div>
						<PlaceHold familyId={proposal.familyId} />
					</>
				) : null}
			</Stack>
			<DestroyDialog
				open={asking}
				onClose={() => setAsking(false)}
				familyName={proposal.familyName}
				what={say("requests.destroy-family")}
				pending={destroy.isPending}
				error={destroy.error}
				onDestroy={(familyName) =>
					void destroy.mutateAsync({ body: { fileOf: proposal.familyId, familyName } }).then(
						() => {
							setAsking(false);
							toast({ words: say("requests.destroyed") });
						},
						() => undefined,
					)
				}
			/>
		</Card>
	);
}

function Holds({ holds }: Pick<Retention, "holds">) {
	const say = useText();
	const { locale } = useIntl();
	const end = useOfficerWrite(endHold);
	return (
		<Section title={say("retention.holds")}>
			{holds.length === 0 ? <p className="sp-hint">{say("retention.holds-none")}</p> : null}
			{end.error ? <Refused error={end.error} /> : null}
			<Stack gap="sm">
				{holds.map((hold) => (
					<Card key={hold.id} look="sunken">
						<Row spread align="start">
							<Stack gap="2xs">
								<b>{hold.familyName}</b>
								<span>
									{say("retention.hold-line", {
										because: hold.because,
										name: hold.recordedBy,
										day: dayInWords(dayOf(hold.createdAt), locale),
									})}
								</span>
							</Stack>
							<Button look="quiet" size="small" pending={end.isPending} onClick={() => end.mutate({ params: { holdId: hold.id } })}>
								{say("requests.hold-end")}
							</Button>
						</Row>
					</Card>
				))}
			</Stack>
		</Section>
	);
}

function Term({ years }: { years: number }) {
	const say = useText();
	const mayChange = useAbility("retention.write");
	const save = useOfficerWrite(setYearsKept);
	const [typed, setTyped] = useState(String(years));
	return (
		<Section title={say("retention.term")} intro={say("retention.term-words", { years })}>
			{mayChange ? (
				<form
					className="sp-stack"
					data-gap="sm"
					onSubmit={(event) => {
						event.preventDefault();
						void save.mutateAsync({ body: { yearsKept: Number(typed) } }).then(
							() => toast({ words: say("retention.saved") }),
							() => undefined,
						);
					}}
				>
					<TextField
						label={say("retention.years")}
						hint={say("retention.years-hint")}
						type="number"
						inputMode="numeric"
						min={20}
						max={80}
						value={typed}
						onChange={(event) => setTyped(event.target.value)}
					/>
					{save.error ? <Refused error={save.error} /> : null}
					<div>
						<Button type="submit" look="soft" pending={save.isPending} disabled={Number(typed) === years}>
							{say("retention.save")}
						</Button>
					</div>
				</form>
			) : null}
		</Section>
	);
}

function Proofs({ proofs }: Pick<Retention, "proofs">) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<Section title={say("retention.proofs")}>
			{proofs.length === 0 ? <p className="sp-hint">{say("retention.proofs-none")}</p> : null}
			<Stack gap="sm">
				{proofs.map((proof) => (
					<Card key={proof.id} look="sunken">
						<Stack gap="2xs">
							<b>
								{say(term("destructionGrounds", proof.ground))} ·{" "}
								{say("retention.proof-line", { day: dayInWords(dayOf(proof.destroyedAt), locale), name: proof.destroyedBy })}
							</b>
							<span>
								{say("retention.proof-rows", {
									count: Object.values(proof.counts).reduce((sum, rows) => sum + rows, 0),
									tables: Object.values(proof.counts).filter((rows) => rows > 0).length,
								})}
							</span>
							<span className="sp-hint">{say("retention.proof-of", { id: proof.formerFamilyId })}</span>
						</Stack>
					</Card>
				))}
			</Stack>
		</Section>
	);
}
