import { readLastLook } from "@samenplan/contract/reviewed";
import { lookReview, type Review } from "@samenplan/contract/reviews";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { changedParts } from "@samenplan/plan-rules/changed-parts";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";

const looks = { added: "positive", changed: "action", removed: "neutral" } as const;

/** What became different in the plan since the reader last read it, in this review or an earlier one; and "I have read this". */
export function SinceLastLook({ review }: { review: Review }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const plan = usePlan();
	const mark = useFamilyWrite(lookReview);
	const { data } = useQuery({
		queryKey: ["families", familyId, "last-look", review.id, review.version],
		queryFn: ({ signal }) => call(readLastLook, { params: { familyId, reviewId: review.id }, signal }),
	});
	// Advice that was given without ever marking a look has nothing to compare with.
	if (!data || (!data.lookedAt && review.state !== "taken")) return null;
	const changes = data.content ? changedParts(data.content, plan).filter(({ words }) => words !== "") : [];
	return (
		<Section
			title={say("reviews.look.title")}
			intro={data.lookedAt ? say("reviews.look.since", { day: dayInWords(dayOf(data.lookedAt), locale) }) : say("reviews.look.first")}
			actions={
				review.state === "taken" && (changes.length > 0 || !data.lookedAt) ? (
					<Button
						look="soft"
						size="small"
						pending={mark.isPending}
						onClick={() => mark.mutate({ params: { familyId, reviewId: review.id } })}
					>
						{say("reviews.look.read")}
					</Button>
				) : null
			}
		>
			{data.lookedAt && changes.length === 0 ? <p>{say("reviews.look.same")}</p> : null}
			{changes.length > 0 ? (
				<ul className="plan-changes">
					{changes.map(({ id, part, change, words }) => (
						<li key={id}>
							<StateBadge tone={looks[change]}>{say(`versions.since.${change}`)}</StateBadge>
							<span>
								<span className="sp-hint">{say(`versions.part.${part}`)}</span> {words}
							</span>
						</li>
					))}
				</ul>
			) : null}
		</Section>
	);
}
