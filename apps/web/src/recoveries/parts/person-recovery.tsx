import { askRecovery, type FamilyRecovery } from "@samenplan/contract/recoveries";
import { momentInWords } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { now } from "../../lib/clock.ts";
import { useText } from "../../lib/text.tsx";
import { useInvite } from "../../people/cards.ts";
import type { Person } from "../../people/kinship.ts";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { familyRecoveriesQuery } from "../queries.ts";
import { AskRecoveryDialog } from "./ask-dialog.tsx";

/** For somebody who takes part and lost the way in: ask, see how it stands, and make the card once it may be made. */
export function PersonRecovery({ person }: { person: Person }) {
	return useCan()("invitations.write") && person.hasAccount ? <Recovery person={person} /> : null;
}

function Recovery({ person }: { person: Person }) {
	const say = useText();
	const familyId = useFamilyId();
	const [asking, setAsking] = useState(false);
	const { data, error, refetch } = useQuery(familyRecoveriesQuery(familyId));
	const ask = useFamilyWrite(askRecovery);
	const { invite, pending, problem } = useInvite();
	const last = data?.find(({ personId }) => personId === person.id);
	const stands = last && standOf(last);
	const name = person.givenName;
	return (
		<Section
			id="recovery"
			title={say("recoveries.ask.title")}
			intro={stands === "asked" || stands === "waits" || stands === "ready" ? undefined : say("recoveries.ask.intro", { name })}
		>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{last ? <Stand last={last} name={name} /> : null}
			{problem ? <ProblemNotice error={problem.error}>{problem.words ? <p>{problem.words}</p> : null}</ProblemNotice> : null}
			{data ? (
				<Row>
					{stands === "ready" ? (
						<Button pending={pending} onClick={() => void invite(person.id)}>
							{say("recoveries.card")}
						</Button>
					) : stands === "asked" || stands === "waits" ? null : (
						<Button look="soft" onClick={() => setAsking(true)}>
							{say("recoveries.ask.do")}
						</Button>
					)}
				</Row>
			) : null}
			{asking ? (
				<AskRecoveryDialog
					name={name}
					send={(body) => ask.mutateAsync({ params: { familyId, personId: person.id }, body })}
					onSent={() => void refetch()}
					onClose={() => setAsking(false)}
				/>
			) : null}
		</Section>
	);
}

/** Granted falls apart in two: the day on which the owner can still stop it, and after that. */
export function standOf({ state, usableFrom }: Pick<FamilyRecovery, "state" | "usableFrom">) {
	if (state !== "granted") return state;
	return usableFrom !== null && usableFrom > now().toISOString() ? ("waits" as const) : ("ready" as const);
}

function Stand({ last, name }: { last: FamilyRecovery; name: string }) {
	const say = useText();
	const { locale } = useIntl();
	const stand = standOf(last);
	const at = stand === "waits" ? last.usableFrom : stand === "ready" ? last.expiresAt : last.askedAt;
	return (
		<div>
			<p>{say(`recoveries.stand.${stand}`, { name, by: last.decidedBy ?? "", moment: at ? momentInWords(at, locale) : "" })}</p>
			{last.decidedWords ? <p className="text-muted">{last.decidedWords}</p> : null}
		</div>
	);
}
