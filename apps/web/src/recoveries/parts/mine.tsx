import { type MyRecovery, stopMyRecovery } from "@samenplan/contract/recoveries";
import { momentInWords } from "@samenplan/language/dates";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Page } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { myRecoveriesQuery } from "../queries.ts";
import "./recoveries.css";

/** While somebody asks to let me back in, though I am in: what runs, above every page, and one click that stops it. */
export function MyRecoveries() {
	const { data } = useQuery(myRecoveriesQuery);
	if (!data || data.length === 0) return null;
	return (
		<div className="sp-my-recoveries">
			<Page width="text">
				{data.map((recovery) => (
					<Mine key={recovery.id} recovery={recovery} />
				))}
			</Page>
		</div>
	);
}

function Mine({ recovery }: { recovery: MyRecovery }) {
	const say = useText();
	const { locale } = useIntl();
	const queries = useQueryClient();
	const stop = useMutation({
		mutationFn: () => call(stopMyRecovery, { params: { recoveryId: recovery.id } }),
		onSuccess: () => toast({ words: say("recoveries.mine.stopped") }),
		onSettled: () => queries.invalidateQueries({ queryKey: myRecoveriesQuery.queryKey }),
	});
	const moment = momentInWords(recovery.askedAt, locale);
	return (
		<Notice
			kind="warning"
			title={say("recoveries.mine.title")}
			actions={
				<Button look="soft" pending={stop.isPending} onClick={() => stop.mutate()}>
					{say("recoveries.mine.stop")}
				</Button>
			}
		>
			<p>{say(`recoveries.mine.${recovery.state}`, { name: recovery.askedBy, moment })}</p>
			{recovery.usableFrom ? <p>{say("recoveries.mine.from", { moment: momentInWords(recovery.usableFrom, locale) })}</p> : null}
			<p>{say("recoveries.mine.ask")}</p>
			{stop.error ? <ProblemNotice error={stop.error} /> : null}
		</Notice>
	);
}
