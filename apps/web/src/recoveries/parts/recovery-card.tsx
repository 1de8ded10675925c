import { inviteEmployee } from "@samenplan/contract/employees";
import type { Recovery } from "@samenplan/contract/recoveries";
import { momentInWords } from "@samenplan/language/dates";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useAbility } from "../../lib/me.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import { DecideRecovery } from "./decide.tsx";
import { standOf } from "./person-recovery.tsx";

const tones = {
	asked: "warning",
	granted: "action",
	refused: "neutral",
	withdrawn: "negative",
	used: "positive",
	expired: "neutral",
} as const;

/** One asking: whose account, who asks and why, who decided what. Names and the reason; nothing else of a family. */
export function RecoveryCard({ recovery }: { recovery: Recovery }) {
	const say = useText();
	const { locale } = useIntl();
	const [deciding, setDeciding] = useState(false);
	const moment = (at: string) => momentInWords(at, locale);
	const { name, family, state } = recovery;
	const running = state === "asked" || state === "granted";
	const stand = standOf(recovery);
	return (
		<Card as="article" className="sp-stack">
			<Row spread align="start">
				<h3>{family === null ? say("recoveries.of-employee", { name }) : say("recoveries.of-family", { name, family })}</h3>
				<StateBadge tone={tones[state]}>{say(term("recoveryStates", state))}</StateBadge>
			</Row>
			<p className="text-muted">{say("recoveries.asked-by", { name: recovery.askedBy, moment: moment(recovery.askedAt) })}</p>
			<p>
				<b>{say("recoveries.reason", { name })}</b>
				<br />
				{recovery.reason}
			</p>
			{recovery.newEmail ? <p>{say("recoveries.new-email", { email: recovery.newEmail })}</p> : null}
			{running ? <p>{say(recovery.ownerReachable ? "recoveries.reachable" : "recoveries.not-reachable", { name })}</p> : null}
			{recovery.decidedBy && recovery.decidedAt ? (
				<p className="text-muted">
					{say("recoveries.decided-by", { name: recovery.decidedBy, moment: moment(recovery.decidedAt) })}.{" "}
					{recovery.spokeThemselves ? say("recoveries.spoke", { name: recovery.decidedBy }) : null} {recovery.decidedWords}
				</p>
			) : null}
			{recovery.endedAt ? <p className="text-muted">{say("recoveries.ended", { moment: moment(recovery.endedAt) })}</p> : null}
			{recovery.accountId && (stand === "waits" || stand === "ready") ? (
				<p>{say(`recoveries.stand.employee-${stand}`, { moment: moment(recovery.usableFrom ?? recovery.askedAt) })}</p>
			) : null}
			{recovery.accountId && stand === "ready" ? <LinkAgain accountId={recovery.accountId} /> : null}
			{recovery.mayDecide ? (
				deciding ? (
					<DecideRecovery recovery={recovery} onDone={() => setDeciding(false)} />
				) : (
					<div>
						<Button look="soft" onClick={() => setDeciding(true)}>
							{say("recoveries.decide")}
						</Button>
					</div>
				)
			) : null}
		</Card>
	);
}

function LinkAgain({ accountId }: { accountId: string }) {
	const say = useText();
	const may = useAbility("accounts.write");
	const send = useMutation({
		mutationFn: () => call(inviteEmployee, { params: { accountId } }),
		onSuccess: () => toast({ words: say("recoveries.link-sent") }),
	});
	if (!may) return null;
	return (
		<div>
			<Button look="soft" size="small" pending={send.isPending} onClick={() => send.mutate()}>
				{say("recoveries.link-again")}
			</Button>
			{send.error ? <ProblemNotice error={send.error} /> : null}
		</div>
	);
}
