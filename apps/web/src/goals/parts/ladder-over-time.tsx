import type { Goal } from "@samenplan/contract/goals";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { initials } from "@samenplan/language/names";
import { useId } from "react";
import { useIntl } from "react-intl";
import { useFaceName, useScorerOrder } from "../../evaluations/talk.ts";
import { useText } from "../../lib/text.tsx";
import { usePersonName, usePlan } from "../../plans/queries.ts";
import { type Level, levels } from "../../ui/goal-ladder.tsx";
import { usePersonGround } from "../../ui/person.tsx";
import "../goals.css";

const width = 360;
const rung = 46;
const edge = { top: 30, right: 24, bottom: 34, left: 24 };
const height = edge.top + 4 * rung + edge.bottom;
/** Half of the room between two faces at the same place. */
const apart = 12.5;

type Moment = { day: string; scores: { personId: string; score: Level }[] };

/** Where each one put the goal on the ladder at every talk, the oldest first. Only what was said at a talk that was held. */
function useMoments(goal: Goal): Moment[] {
	const { evaluations } = usePlan();
	const inOrder = useScorerOrder();
	return evaluations
		.filter(({ state }) => state === "held")
		.map((evaluation) => ({
			day: evaluation.heldOn ?? evaluation.dueOn,
			scores: inOrder(
				evaluation.scores.filter(({ goalId }) => goalId === goal.id).map(({ personId, score }) => ({ personId, score: score as Level })),
			),
		}))
		.filter(({ scores }) => scores.length > 0)
		.sort((one, other) => one.day.localeCompare(other.day));
}

/**
 * How a goal went, as a picture: the five rungs, where we began, and each one's own line from talk to talk. Who sees it otherwise
 * has another line; there is no line of everyone. The same stands in a table.
 */
export function LadderOverTime({ goal }: { goal: Goal }) {
	const say = useText();
	const { locale, formatDate } = useIntl();
	const id = useId();
	const nameOf = usePersonName();
	const faceName = useFaceName();
	const groundOf = usePersonGround();
	const moments = useMoments(goal);
	if (moments.length === 0) return null;
	const start = goal.startLevel as Level | null;
	const people = [...new Set(moments.flatMap(({ scores }) => scores.map(({ personId }) => personId)))];
	const stops = moments.length + (start === null ? 0 : 1);
	const xOf = (stop: number) => edge.left + (stops === 1 ? 0.5 : stop / (stops - 1)) * (width - edge.left - edge.right);
	const stopOf = (moment: number) => xOf(moment + (start === null ? 0 : 1));
	const places = moments.map(({ scores }, moment) =>
		scores.map((said) => {
			const beside = scores.filter(({ score }) => score === said.score);
			const half = beside.length * apart;
			// All of them stay within the picture, beside each other.
			const middle = Math.min(Math.max(stopOf(moment), half), width - half);
			return { ...said, x: middle + (beside.indexOf(said) * 2 - (beside.length - 1)) * apart, y: yOf(said.score) };
		}),
	);
	const lineOf = (personId: string) => [
		...(start === null ? [] : [`${xOf(0)},${yOf(start)}`]),
		...places.flatMap((said) => said.flatMap((place) => (place.personId === personId ? [`${place.x},${place.y}`] : []))),
	];
	/** The ground of a face is too light for a line. */
	const deeper = (personId: string) => `color-mix(in oklab, ${groundOf(personId)}, black 42%)`;
	const shortDay = (day: string) => formatDate(`${day}T12:00:00Z`, { day: "numeric", month: "short" });
	const last = moments.at(-1) as Moment;
	const lastWords = last.scores.map(({ personId, score }) => `${nameOf(personId)}: ${say(`ui.level.${score}`)}`).join(", ");
	return (
		<figure className="goal-course">
			<figcaption>{say("goals.course")}</figcaption>
			<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
				<title id={id}>
					{say("goals.course-of", {
						start: start === null ? "none" : "known",
						level: start === null ? "" : say(`ui.level.${start}`),
						day: dateInWords(last.day, locale),
						said: lastWords,
					})}
				</title>
				{levels.map((level) => (
					<g key={level} className="goal-course-rung" data-hoped={level === 0}>
						<line x1="0" x2={width} y1={yOf(level)} y2={yOf(level)} />
						<text x="0" y={yOf(level) - 15}>
							{say(`ui.level.${level}`)}
						</text>
					</g>
				))}
				{people.map((personId) => (
					<polyline key={personId} className="goal-course-line" points={lineOf(personId).join(" ")} style={{ stroke: deeper(personId) }} />
				))}
				{start === null ? null : (
					<>
						<rect className="goal-course-start" x={xOf(0) - 7} y={yOf(start) - 7} width="14" height="14" rx="3" />
						<text className="goal-course-day" x={Math.max(xOf(0) - 12, 0)} y={height - 8} textAnchor="start">
							{say("goals.course-start")}
						</text>
					</>
				)}
				{moments.map(({ day }, moment) => {
					const x = stopOf(moment);
					return (
						<text
							key={day}
							className="goal-course-day"
							x={x > width - 60 ? width : x}
							y={height - 8}
							textAnchor={x > width - 60 ? "end" : "middle"}
						>
							{shortDay(day)}
						</text>
					);
				})}
				{places.flatMap((said, moment) =>
					said.map(({ personId, x, y }) => (
						<g key={`${moments[moment]?.day}${personId}`} className="goal-course-face">
							<circle cx={x} cy={y} r="12" style={{ fill: groundOf(personId), stroke: deeper(personId) }} />
							<text x={x} y={y + 3.6} textAnchor="middle">
								{initials(faceName(personId))}
							</text>
						</g>
					)),
				)}
			</svg>
			<table className="goal-course-table">
				<caption className="sp-hidden">{say("goals.course-table")}</caption>
				<thead>
					<tr>
						<th scope="col">{say("goals.course-when")}</th>
						<th scope="col">{say("goals.course-who")}</th>
						<th scope="col">{say("goals.course-where")}</th>
					</tr>
				</thead>
				{start === null ? null : (
					<tbody>
						<tr>
							<th scope="row">{dateInWords(dayOf(goal.createdAt), locale)}</th>
							<td>{say("goals.course-start")}</td>
							<td>{say(`ui.level.${start}`)}</td>
						</tr>
					</tbody>
				)}
				{moments.map(({ day, scores }) => (
					<tbody key={day}>
						{scores.map(({ personId, score }, index) => (
							<tr key={personId}>
								{index === 0 ? (
									<th scope="rowgroup" rowSpan={scores.length}>
										{dateInWords(day, locale)}
									</th>
								) : null}
								<td>{nameOf(personId)}</td>
								<td>{say(`ui.level.${score}`)}</td>
							</tr>
						))}
					</tbody>
				))}
			</table>
		</figure>
	);
}

const yOf = (level: Level) => edge.top + (2 - level) * rung;
