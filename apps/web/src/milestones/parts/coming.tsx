import { dayInWords } from "@samenplan/language/dates";
import { ChevronRight } from "lucide-react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePersonName } from "../../plans/queries.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { keyOf, useMilestones } from "../queries.ts";
import { MilestonePicture } from "./milestone-picture.tsx";
import "../milestones.css";

/** What comes later; what asks for a talk now stands above it, among what needs doing. */
export function Coming() {
	const say = useText();
	const { locale } = useIntl();
	const nameOf = usePersonName();
	const page = `/families/${useFamilyId()}/milestones`;
	const lines = useMilestones().filter(({ state }) => state === "ahead");
	return (
		<Section
			title={say("milestones.link")}
			actions={
				<ButtonLink look="quiet" size="small" to={page}>
					{say("milestones.all")}
				</ButtonLink>
			}
		>
			{lines.length === 0 ? (
				<p className="sp-hint">{say("milestones.none.title")}</p>
			) : (
				<ul className="plan-now">
					{lines.slice(0, 3).map((line) => (
						<li key={keyOf(line)}>
							<Link to={page}>
								<MilestonePicture kind={line.kind} />
								<span>
									{say(`milestones.line.${line.kind}`, { name: nameOf(line.personId) })}
									<small>{dayInWords(line.onDay, locale)}</small>
								</span>
								<ChevronRight aria-hidden="true" />
							</Link>
						</li>
					))}
				</ul>
			)}
		</Section>
	);
}
