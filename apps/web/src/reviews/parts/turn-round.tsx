import { monthInWords } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useText } from "../../lib/text.tsx";
import { Section } from "../../ui/layout.tsx";
import { figuresQuery } from "../queries.ts";
import "../reviews.css";

/** How long an advice takes, per month: usually, and at its slowest. Counts and days only. */
export function TurnRound({ of }: { of: "organisation" | "team" }) {
	const say = useText();
	const { locale } = useIntl();
	const { data } = useQuery(figuresQuery(of));
	if (!data || data.length === 0) return null;
	const days = (value: number | null) =>
		value === null ? say("reviews.figures.none") : say("reviews.figures.days", { days: Math.ceil(value) });
	return (
		<Section title={say("reviews.figures.title")} intro={say("reviews.figures.intro")}>
			<div className="sp-case-scroll">
				<table className="sp-figures">
					<thead>
						<tr>
							<th scope="col">{say("reviews.figures.month")}</th>
							<th scope="col">{say("reviews.figures.asked")}</th>
							<th scope="col">{say("reviews.figures.median")}</th>
							<th scope="col">{say("reviews.figures.slowest")}</th>
						</tr>
					</thead>
					<tbody>
						{data.map(({ month, asked, advised, medianDays, slowestDays }) => (
							<tr key={month}>
								<th scope="row">{monthInWords(`${month}-01`, locale)}</th>
								<td>{say("reviews.figures.of", { asked, advised })}</td>
								<td>{days(medianDays)}</td>
								<td>{days(slowestDays)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
		</Section>
	);
}
