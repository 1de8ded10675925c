import { moveDemoClock } from "@samenplan/contract/demo";
import { momentInWords } from "@samenplan/language/dates";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { use } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { needWorkMessages } from "../../lib/messages.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle, Row, Stack } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { demoClockQuery } from "../queries.ts";

const words = needWorkMessages();
const day = 86_400;

/** Moving the clock of the demo, so that reminders and dates that lie ahead can be seen today. */
export default function DemoClockPage() {
	use(words);
	const say = useText();
	const { locale } = useIntl();
	const queries = useQueryClient();
	const { data: clock, error, refetch } = useQuery({ ...demoClockQuery, refetchInterval: 20_000 });
	const move = useMutation({
		mutationFn: (offsetSeconds: number) => call(moveDemoClock, { body: { offsetSeconds } }),
		onSuccess: async (moved) => {
			queries.setQueryData(demoClockQuery.queryKey, moved);
			toast({ words: say("demo.clock.moved") });
			await queries.invalidateQueries();
		},
	});
	const ahead = (days: number) => move.mutate((clock?.offsetSeconds ?? 0) + days * day);
	return (
		<Page width="text">
			<PageTitle title={say("demo.clock.title")} intro={<Text id="demo.clock.intro" />} back={{ to: "/", label: say("shell.home") }} />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{move.error ? <ProblemNotice error={move.error} /> : null}
			{!clock && !error ? <Loading /> : null}
			{clock ? (
				<Stack gap="lg">
					<div>
						<p className="text-muted">
							<Text id="demo.clock.now" />
						</p>
						<p className="sp-clock" role="status">
							{momentInWords(clock.now, locale)}
						</p>
					</div>
					<Row>
						<Button look="soft" disabled={move.isPending} onClick={() => ahead(1)}>
							{say("demo.clock.day")}
						</Button>
						<Button look="soft" disabled={move.isPending} onClick={() => ahead(7)}>
							{say("demo.clock.week")}
						</Button>
						<Button look="soft" disabled={move.isPending} onClick={() => ahead(30)}>
							{say("demo.clock.month")}
						</Button>
						<Button look="quiet" disabled={move.isPending || clock.offsetSeconds === 0} onClick={() => move.mutate(0)}>
							{say("demo.clock.reset")}
						</Button>
					</Row>
				</Stack>
			) : null}
		</Page>
	);
}
