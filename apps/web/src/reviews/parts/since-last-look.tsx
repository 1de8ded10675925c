import { readLastLook } from "@samenplan/contract/reviewed";
import { lookReview, type Review } from "@samenplan/contract/reviews";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { ChangeList, Legend } from "../../plans/parts/changes.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { useChanges } from "../../plans/versions.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";

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
	const { changes, nameOf } = useChanges(data?.content ?? plan, plan);
	// Advice that was given without ever marking a look has nothing to compare with.
	if (!data || (!data.lookedAt && review.state !== "taken")) return null;
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
				<>
					<Legend />
					<ChangeList changes={changes} nameOf={nameOf} />
				</>
			) : null}
		</Section>
	);
}
