import type { LoadCapacity } from "@samenplan/contract/steps";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { Fragment, useId } from "react";
import { useIntl } from "react-intl";
import { useText } from "../../../lib/text.tsx";

const width = 320;
const height = 170;
const edge = { top: 24, right: 14, bottom: 26, left: 14 };
const kinds = ["load", "capacity"] as const;
type Kind = (typeof kinds)[number];

/** How load and capacity of one parent went, as two lines, and the same in a table. Needs at least two moments. */
export function LoadPicture({ name, moments }: { name: string; moments: readonly LoadCapacity[] }) {
	const say = useText();
	const { locale } = useIntl();
	const id = useId();
	const amount = (value: number) => say(`strengths.amount.${value as 1 | 2 | 3 | 4 | 5}`);
	const [first, last] = [moments[0], moments.at(-1)];
	if (!first || !last || moments.length < 2) return null;
	const points = placesOf(moments);
	const line = (kind: Kind) => points.map(({ x, ...at }) => `${x},${at[kind]}`).join(" ");
	return (
		<figure className="step-load">
			<svg className="step-load-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={id}>
				<title id={id}>
					{say("strengths.load-picture-of", {
						name,
						loadFirst: amount(first.load),
						loadLast: amount(last.load),
						capacityFirst: amount(first.capacity),
						capacityLast: amount(last.capacity),
					})}
				</title>
				{[1, 2, 3, 4, 5].map((value) => (
					<line key={value} className="step-load-rule" x1={edge.left} x2={width - edge.right} y1={yOf(value)} y2={yOf(value)} />
				))}
				<text className="step-load-scale" x={edge.left} y={yOf(5) - 9}>
					{amount(5)}
				</text>
				<text className="step-load-scale" x={edge.left} y={yOf(1) + 19}>
					{amount(1)}
				</text>
				{/* Between the lines: where there is more to carry than can be carried. */}
				{overloads(points).map((shape) => (
					<polygon key={shape} className="step-load-over" points={shape} />
				))}
				{kinds.map((kind) => (
					<g key={kind} data-kind={kind}>
						<polyline className="step-load-line" points={line(kind)} />
						{points.map(({ key, x, ...at }) =>
							kind === "load" ? (
								<rect key={key} className="step-load-mark" x={x - 5} y={at.load - 5} width="10" height="10" rx="2" />
							) : (
								<circle key={key} className="step-load-mark" cx={x} cy={at.capacity} r="5.5" />
							),
						)}
					</g>
				))}
			</svg>
			<figcaption className="step-load-key" aria-hidden="true">
				{kinds.map((kind) => (
					<span key={kind} data-kind={kind}>
						<i />
						{say(`strengths.bar.${kind}`)}
					</span>
				))}
			</figcaption>
			<table className="step-load-table">
				<caption>
					{say("strengths.load-picture")}
					<span className="sp-hidden"> {name}</span>
				</caption>
				<thead>
					<tr>
						<th scope="col">{say("strengths.load-day")}</th>
						{kinds.map((kind) => (
							<th key={kind} scope="col">
								{say(`strengths.bar.${kind}`)}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{[...moments].reverse().map((moment) => (
						<Fragment key={moment.id}>
							<tr data-said={moment.text !== ""}>
								<th scope="row">{dateInWords(dayOf(moment.createdAt), locale)}</th>
								<td>{amount(moment.load)}</td>
								<td>{amount(moment.capacity)}</td>
							</tr>
							{moment.text ? (
								<tr>
									<td className="step-load-said" colSpan={3}>
										“{moment.text}”
									</td>
								</tr>
							) : null}
						</Fragment>
					))}
				</tbody>
			</table>
		</figure>
	);
}

type Place = { key: string; x: number; load: number; capacity: number };

/** Where each moment stands: days along, amounts up. Moments of the same day stand a little apart. */
function placesOf(moments: readonly LoadCapacity[]): Place[] {
	const times = moments.map(({ createdAt }) => Date.parse(createdAt));
	const [from, until] = [Math.min(...times), Math.max(...times)];
	const room = width - edge.left - edge.right;
	return moments.map(({ id, load, capacity }, index) => ({
		key: id,
		x: Math.round(
			edge.left + room * (until - from < 86_400_000 ? index / (moments.length - 1) : ((times[index] as number) - from) / (until - from)),
		),
		load: yOf(load),
		capacity: yOf(capacity),
	}));
}

const yOf = (value: number) => edge.top + ((5 - value) / 4) * (height - edge.top - edge.bottom);

/** The shapes between two moments in which the load lies above the capacity; cut off where the lines cross. */
function overloads(points: readonly Place[]): string[] {
	return points.slice(1).flatMap((to, index) => {
		const from = points[index] as Place;
		const [before, after] = [from.capacity - from.load, to.capacity - to.load];
		if (before <= 0 && after <= 0) return [];
		if (before >= 0 && after >= 0) return [`${from.x},${from.load} ${to.x},${to.load} ${to.x},${to.capacity} ${from.x},${from.capacity}`];
		const part = before / (before - after);
		const x = from.x + part * (to.x - from.x);
		const y = from.load + part * (to.load - from.load);
		return before > 0
			? [`${from.x},${from.load} ${x},${y} ${from.x},${from.capacity}`]
			: [`${x},${y} ${to.x},${to.load} ${to.x},${to.capacity}`];
	});
}
