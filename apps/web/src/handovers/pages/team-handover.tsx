import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useNavigate, useSearchParams } from "react-router";
import { teamQuery } from "../../caseload/queries.ts";
import { useText } from "../../lib/text.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { toast } from "../../ui/toast.tsx";
import { ArrangeForm } from "../parts/arrange-form.tsx";
import { CallOff } from "../parts/call-off.tsx";
import { teamHandoversQuery } from "../queries.ts";
import "../handovers.css";

/** The team lead chooses a colleague for a family of the team: for what was asked, or to begin a handover. The family stands in the address. */
export default function TeamHandoverPage() {
	const say = useText();
	const { locale } = useIntl();
	const navigate = useNavigate();
	const [address, setAddress] = useSearchParams();
	const familyId = address.get("family") ?? "";
	const team = useQuery(teamQuery);
	const handovers = useQuery(teamHandoversQuery);
	const families = (team.data?.coordinators ?? [])
		.flatMap(({ name, families }) => families.map((family) => ({ id: family.id, name: family.name, coordinator: name })))
		.sort((one, other) => one.name.localeCompare(other.name, "nl"));
	const family = families.find(({ id }) => id === familyId);
	const running = handovers.data?.find((each) => each.familyId === familyId && each.state !== "declined");
	const error = team.error ?? handovers.error;
	return (
		<Page width="text">
			<PageTitle
				title={family ? say("handover.team.page", { family: family.name }) : say("handover.team.page-start")}
				intro={say("handover.team.intro")}
				back={{ to: "/team", label: say("handover.team.back") }}
			/>
			{error ? (
				<ProblemNotice
					error={error}
					onRetry={() => {
						void team.refetch();
						void handovers.refetch();
					}}
				/>
			) : !team.data || !handovers.data ? (
				<Loading />
			) : !family ? (
				<Select
					label={say("handover.team.which")}
					hint={say("handover.team.which-hint")}
					emptyLabel={say("handover.team.which")}
					options={families.map(({ id, name, coordinator }) => ({ value: id, label: `${name} (${coordinator})` }))}
					value=""
					onChange={(event) => setAddress({ family: event.target.value })}
				/>
			) : (
				<>
					<p className="sp-hint">{say("handover.team.from", { name: family.coordinator })}</p>
					{running ? (
						<Section title={say("handover.team.said")}>
							<p className="sp-words">{running.because}</p>
							<p className="sp-hint">
								{say("handover.team.asked-by", { name: running.askedByName, day: dayInWords(dayOf(running.createdAt), locale) })}
							</p>
						</Section>
					) : null}
					<ArrangeForm
						key={running?.version ?? 0}
						familyId={familyId}
						handover={running && { id: running.id, version: running.version, talkOn: running.talkOn, toldFamilyOn: running.toldFamilyOn }}
						submit={say(running?.state === "arranged" ? "handover.change.do" : "handover.arrange.do")}
						onSaved={() => {
							toast({ words: say("handover.team.done") });
							navigate("/team");
						}}
					/>
					{running ? (
						<div>
							<CallOff familyId={familyId} handoverId={running.id} />
						</div>
					) : null}
				</>
			)}
		</Page>
	);
}
