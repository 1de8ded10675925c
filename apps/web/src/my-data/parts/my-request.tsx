import { type MyRequest, withdrawRequest } from "@samenplan/contract/requests";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row, Stack } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";

const tones = {
	received: "action",
	in_progress: "action",
	granted: "positive",
	refused: "negative",
	done: "achieved",
	withdrawn: "neutral",
} as const;
const shapes = { received: "open", in_progress: "dot", granted: "check", refused: "cross", done: "check", withdrawn: "dashed" } as const;

/** One request as its asker follows it: what was asked, how far it is in plain words, what can be done now. */
export function MyRequestCard({ request, me }: { request: MyRequest; me: string | undefined }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const withdraw = useFamilyWrite(withdrawRequest);
	const { kind, state } = request;
	const open = state === "received" || state === "in_progress" || state === "granted";
	const mine = request.asker.id === me;
	const stateWords = say(state === "granted" ? `my-data.state.granted-${kind}` : `my-data.state.${state}`, {
		day: dayInWords(request.dueOn, locale),
	});
	return (
		<Card as="li">
			<Stack gap="xs">
				<Row spread align="start">
					<h3>{say(`my-data.ask.${kind}`)}</h3>
					<StateBadge tone={tones[state]} shape={shapes[state]}>
						{say(term("requestStates", state))}
					</StateBadge>
				</Row>
				<p className="sp-hint">
					{[
						request.about.id === me ? undefined : say("my-data.about", { name: request.about.name }),
						mine ? (request.recorded ? say("my-data.recorded-mine") : undefined) : say("my-data.recorded", { name: request.asker.name }),
						say("my-data.received", { day: dayInWords(dayOf(request.receivedAt), locale) }),
					]
						.filter(Boolean)
						.join(" · ")}
				</p>
				{request.words ? <blockquote className="sp-words">{request.words}</blockquote> : null}
				<p>{stateWords}</p>
				{request.partly ? <p>{say("my-data.partly")}</p> : null}
				{request.extendedBecause && state !== "done" ? (
					<p>
						{say("my-data.extended")} {request.extendedBecause}
					</p>
				) : null}
				{request.ground ? (
					<p>
						<b>{say("my-data.ground")}</b> {say(term("requestGrounds", request.ground))}
					</p>
				) : null}
				{request.answer ? <p className="sp-words">{request.answer}</p> : null}
				{state === "refused" || request.partly ? <p className="sp-hint">{say("my-data.complain")}</p> : null}
				<Row gap="sm">
					{mine && kind === "inspection" && (state === "granted" || state === "done") ? (
						<ButtonLink to={`/families/${familyId}/my-data/${request.id}`}>{say("my-data.read")}</ButtonLink>
					) : null}
					{mine && kind === "correction" && state === "granted" ? (
						<ButtonLink to={`/families/${familyId}/our-plan`}>{say("my-data.to-plan")}</ButtonLink>
					) : null}
					{open ? (
						<Button
							look="quiet"
							size="small"
							pending={withdraw.isPending}
							onClick={() =>
								void withdraw.mutateAsync({ params: { familyId, requestId: request.id } }).then(
									() => toast({ words: say("my-data.withdrawn") }),
									() => undefined,
								)
							}
						>
							{say("my-data.withdraw")}
						</Button>
					) : null}
				</Row>
				{withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
			</Stack>
		</Card>
	);
}
