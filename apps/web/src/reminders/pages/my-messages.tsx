import { chooseMessages, type Messages } from "@samenplan/contract/reminders";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { BellRing, CalendarClock } from "lucide-react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Switch } from "../../ui/choice.tsx";
import { Grid, Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { toast } from "../../ui/toast.tsx";
import { messagesQuery } from "../queries.ts";

type Choice = Omit<Messages, "reachable">;
/** What quiet hours begin with once somebody wants them. */
const night = { quietFrom: 21, quietUntil: 8 };
const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** How I hear of what waits for me. Every choice takes effect at once and can be taken back the same way. */
export default function MyMessagesPage() {
	const say = useText();
	const { data, error, refetch } = useQuery(messagesQuery);
	return (
		<Page width="text">
			<PageTitle
				title={say("reminders.mine.title")}
				intro={say("reminders.mine.intro")}
				back={{ to: "/me", label: say("accounts.choices.title") }}
			/>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{data ? <Choices messages={data} /> : error ? null : <Loading />}
		</Page>
	);
}

function Choices({ messages }: { messages: Messages }) {
	const say = useText();
	const queries = useQueryClient();
	const choose = useMutation({
		mutationFn: (choice: Choice) => call(chooseMessages, { body: choice }),
		onMutate: (choice) => {
			const before = queries.getQueryData(messagesQuery.queryKey);
			queries.setQueryData(messagesQuery.queryKey, (now) => now && { ...now, ...choice });
			return { before };
		},
		onError: (_error, _choice, context) => queries.setQueryData(messagesQuery.queryKey, context?.before),
		onSuccess: (saved) => {
			queries.setQueryData(messagesQuery.queryKey, saved);
			toast({ words: say("reminders.mine.saved") });
		},
	});
	const { digest, quietFrom, quietUntil } = messages;
	const mine: Choice = { digest, quietFrom, quietUntil };
	const always = quietFrom === quietUntil;
	const hour = (of: number) => say("reminders.mine.hour", { hour: of });
	const options = hours.map((of) => ({ value: String(of), label: hour(of) }));
	return (
		<>
			{choose.error ? <ProblemNotice error={choose.error} /> : null}
			{messages.reachable ? null : (
				<Notice
					kind="info"
					title={say("reminders.mine.no-address-title")}
					actions={
						<ButtonLink to="/me/sign-in" look="soft">
							{say("reminders.mine.address")}
						</ButtonLink>
					}
				>
					<p>{say("reminders.mine.no-address")}</p>
				</Notice>
			)}
			<RadioCards
				name="digest"
				label={say("reminders.mine.how")}
				cards={[
					{
						value: "each",
						label: say("reminders.mine.each"),
						hint: say("reminders.mine.each-hint"),
						picture: <BellRing aria-hidden="true" />,
					},
					{
						value: "daily",
						label: say("reminders.mine.daily"),
						hint: say("reminders.mine.daily-hint"),
						picture: <CalendarClock aria-hidden="true" />,
					},
				]}
				value={digest ? "daily" : "each"}
				onValue={(value) => choose.mutate({ ...mine, digest: value === "daily" })}
			/>
			<Section title={say("reminders.mine.quiet")} intro={say("reminders.mine.quiet-intro")}>
				<Switch
					label={say("reminders.mine.at-any-time")}
					checked={always}
					onChange={(event) => choose.mutate({ ...mine, ...(event.target.checked ? { quietFrom: 0, quietUntil: 0 } : night) })}
				/>
				{always ? null : (
					<Grid column="12rem">
						<Select
							label={say("reminders.mine.from")}
							options={options.filter(({ value }) => value !== String(quietUntil))}
							value={String(quietFrom)}
							onChange={(event) => choose.mutate({ ...mine, quietFrom: Number(event.target.value) })}
						/>
						<Select
							label={say("reminders.mine.until")}
							options={options.filter(({ value }) => value !== String(quietFrom))}
							value={String(quietUntil)}
							onChange={(event) => choose.mutate({ ...mine, quietUntil: Number(event.target.value) })}
						/>
					</Grid>
				)}
				<p role="status">
					{always ? say("reminders.mine.now-always") : say("reminders.mine.now", { from: hour(quietFrom), until: hour(quietUntil) })}
				</p>
			</Section>
		</>
	);
}
