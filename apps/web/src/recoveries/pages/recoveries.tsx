import type { Recovery } from "@samenplan/contract/recoveries";
import { useQuery } from "@tanstack/react-query";
import { DoorOpen } from "lucide-react";
import { NotFoundPage } from "../../app/not-found-page.tsx";
import { useAbility } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RecoveryCard } from "../parts/recovery-card.tsx";
import { recoveriesQuery } from "../queries.ts";

/** Who asks to be let back in: what waits for the reader as the second person, what runs, and what was. */
export default function RecoveriesPage() {
	return useAbility("recovery.read") ? <Recoveries /> : <NotFoundPage />;
}

function Recoveries() {
	const say = useText();
	const { data, error, refetch } = useQuery(recoveriesQuery);
	const all = data?.recoveries ?? [];
	const open = all.filter(({ mayDecide }) => mayDecide);
	const running = all.filter((one) => !open.includes(one) && (one.state === "asked" || one.state === "granted"));
	const done = all.filter((one) => !open.includes(one) && !running.includes(one));
	return (
		<Page width="text">
			<PageTitle title={say("recoveries.title")} intro={say("recoveries.intro")} />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : data ? null : <Loading shape="cards" />}
			{data && all.length === 0 ? (
				<EmptyState picture={<DoorOpen />} title={say("recoveries.none-title")}>
					{say("recoveries.none-words")}
				</EmptyState>
			) : null}
			<Part title={say("recoveries.open")} recoveries={open} />
			<Part title={say("recoveries.running")} recoveries={running} />
			<Part title={say("recoveries.done")} recoveries={done} />
		</Page>
	);
}

function Part({ title, recoveries }: { title: string; recoveries: readonly Recovery[] }) {
	if (recoveries.length === 0) return null;
	return (
		<Section title={title}>
			<Stack>
				{recoveries.map((recovery) => (
					<RecoveryCard key={recovery.id} recovery={recovery} />
				))}
			</Stack>
		</Section>
	);
}
