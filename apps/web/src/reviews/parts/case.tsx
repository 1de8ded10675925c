import { adviseReview, type Review } from "@samenplan/contract/reviews";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "react-router";
import { call } from "../../lib/api.ts";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { VersionState } from "../../plans/pages/versions.tsx";
import { PlanDocument } from "../../plans/parts/plan-document.tsx";
import { Reasons } from "../../plans/parts/reasons.tsx";
import { useFamilyId, usePersonName, usePlan } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Beside, Page, PageTitle, Section, Stack } from "../../ui/layout.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ReviewText } from "./review-text.tsx";

/** The case on one page for the scientist: the question and the advice, beside the whole picture and its history. */
export default function CasePage() {
	const say = useText();
	const plan = usePlan();
	const familyId = useFamilyId();
	const mine = plan.reviews.filter(
		({ scientistId, state }) => scientistId === plan.viewer.personId && (state === "taken" || state === "advised"),
	);
	const earlier = plan.reviews.filter((review) => !mine.includes(review) && review.state === "answered");
	return (
		<Page>
			<PageTitle title={say("reviews.title")} intro={plan.family.name} />
			{mine.map((review) => (
				<Section key={review.id} title={say("reviews.question")}>
					<ReviewText review={review} />
					<Advise review={review} />
				</Section>
			))}
			<Beside
				aside={
					<Stack gap="xl">
						<Load />
						{plan.versions.length > 0 ? (
							<Section title={say("reviews.versions")} level={3}>
								{[...plan.versions].reverse().map((version) => (
									<p key={version.id} className="sp-row" data-gap="sm">
										<Link className="sp-link" to={`/families/${familyId}/versions/${version.id}`}>
											{say("versions.one", { number: version.number })}
										</Link>
										<VersionState state={version.state} />
									</p>
								))}
							</Section>
						) : null}
						{earlier.length > 0 ? (
							<Section title={say("reviews.history")} level={3}>
								{earlier.map((review) => (
									<ReviewText key={review.id} review={review} />
								))}
							</Section>
						) : null}
					</Stack>
				}
			>
				<PlanDocument content={plan} />
			</Beside>
		</Page>
	);
}

/** The newest answer of each on load and capacity. */
function Load() {
	const say = useText();
	const nameOf = usePersonName();
	const { loadCapacity } = usePlan();
	const newest = [...new Map(loadCapacity.map((one) => [one.personId, one])).values()];
	if (newest.length === 0) return null;
	return (
		<Section title={say("reviews.load")} level={3}>
			{newest.map((one) => (
				<div key={one.id}>
					<b>{say("reviews.load.of", { name: nameOf(one.personId), load: one.load, capacity: one.capacity })}</b>
					{one.text ? <p className="sp-words">{one.text}</p> : null}
				</div>
			))}
		</Section>
	);
}

function Advise({ review }: { review: Review }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { advice: review.advice },
		draft: { familyId, field: `review.advice.${review.id}` },
		save: ({ advice }) => call(adviseReview, { params: { familyId, reviewId: review.id }, body: { advice, version: review.version } }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("reviews.advice.done") });
		},
	});
	return (
		<Form form={form} submit={say(review.state === "advised" ? "reviews.advice.change" : "reviews.advice.do")}>
			<TextArea label={say("reviews.advice")} hint={say("reviews.advice.hint")} rows={7} {...form.field("advice")} />
			{form.problem ? <Reasons codes={asProblem(form.problem).reasons ?? []} /> : null}
		</Form>
	);
}
