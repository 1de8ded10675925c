import { type OrganisationDays, setOrganisationDays } from "@samenplan/contract/reminders";
import type { MessageKey } from "@samenplan/language/catalogue";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { meQuery, useAbility, useMe } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Grid, Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { organisationDaysQuery } from "../queries.ts";

/** Which days belong together on the page; those of an evaluation by route stand one level deeper. */
const groups = [
	{ id: "contact", names: ["firstContactWorkingDays", "answerWorkingDays", "guardianTalkWeeks"] },
	{
		id: "evaluation",
		names: [
			"evaluationMonths.light",
			"lightEvaluationMonthsAtMost",
			"evaluationMonths.full",
			"evaluationMonths.foster_return",
			"evaluationMonths.foster_long",
			"evaluationMonths.residential",
			"evaluationSoonDays",
		],
	},
	{ id: "waiting", names: ["versionAnswerDays", "helpWaitsDays", "stalledDays", "milestoneBeforeDays", "handoverWorkingDays"] },
	{ id: "review", names: ["reviewWorkingDays", "urgentReviewWorkingDays", "adviceWorkingDays"] },
	{ id: "ladder", names: ["afterDays", "teamLeadDays"] },
] as const;
type Name = (typeof groups)[number]["names"][number];

/** After how many days somebody hears of something: the terms of the organisation, each beside what is usual. */
export default function OrganisationDaysPage() {
	const say = useText();
	const { organisation } = useMe();
	const { data, error, refetch } = useQuery(organisationDaysQuery);
	return (
		<Page width="text">
			<PageTitle title={say("organisations.days.title")} intro={say("organisations.days.intro", { organisation })} />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{data ? <Days key={JSON.stringify(data.days)} days={data.days} usual={data.usual} /> : error ? null : <Loading />}
		</Page>
	);
}

const read = (days: OrganisationDays, name: Name): number => {
	const [outer, inner] = name.split(".") as [keyof OrganisationDays, keyof OrganisationDays["evaluationMonths"] | undefined];
	return inner === undefined ? (days[outer] as number) : days.evaluationMonths[inner];
};

function Days({ days, usual }: { days: OrganisationDays; usual: OrganisationDays }) {
	const say = useText();
	const may = useAbility("organisation.write");
	const queries = useQueryClient();
	const form = useSavingForm<{ days: OrganisationDays }>({
		defaultValues: { days },
		save: async (values) => call(setOrganisationDays, { body: { days: inNumbers(values.days) } }),
		onSaved: () => {
			toast({ words: say("organisations.days.saved") });
			void queries.invalidateQueries({ queryKey: organisationDaysQuery.queryKey });
			void queries.invalidateQueries({ queryKey: meQuery.queryKey });
		},
	});
	const fields = groups.map(({ id, names }) => (
		<Section key={id} title={say(`organisations.days.group.${id}`)}>
			<Grid column="17rem">
				{names.map((name) => (
					<TextField
						key={name}
						label={say(`organisations.days.${name}` as MessageKey)}
						hint={say("organisations.days.usual", { count: read(usual, name) })}
						inputMode="numeric"
						autoComplete="off"
						maxLength={2}
						readOnly={!may}
						{...form.field(`days.${name}`)}
					/>
				))}
			</Grid>
		</Section>
	));
	if (!may)
		return (
			<>
				<p>{say("organisations.days.only-read")}</p>
				{fields}
			</>
		);
	return (
		<Form form={form} submit={say("organisations.days.save")} label={say("organisations.days.title")}>
			{fields}
		</Form>
	);
}

/** A field gives text; what is no number is sent as it is, and refused beside its field. */
function inNumbers(days: OrganisationDays): OrganisationDays {
	const number = (value: unknown) => (String(value).trim() === "" ? Number.NaN : Number(value));
	return Object.fromEntries(
		Object.entries(days).map(([name, value]) => [
			name,
			typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, number(each)])) : number(value),
		]),
	) as OrganisationDays;
}
