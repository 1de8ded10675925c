import { addDays, dayOf } from "@samenplan/language/dates";
import { now } from "../../lib/clock.ts";
import { useText } from "../../lib/text.tsx";
import { DateField } from "../../ui/date-field.tsx";

export const periodKinds = ["week", "month", "year", "own"] as const;
export type PeriodKind = (typeof periodKinds)[number];
export type Period = { kind: PeriodKind; from: string; to: string };

/** A year that is still being typed (0002, 0020) is no day to look for yet. */
const whole = (day: string) => (day < "2000-01-01" ? "" : day);

/** The first and last day of a period; for one's own choice the days of this month stand in until both are there. */
export function daysOf({ kind, from, to }: Period): { from: string; to: string } {
	const today = dayOf(now());
	const month = `${today.slice(0, 8)}01`;
	if (kind === "own") return { from: whole(from) || month, to: whole(to) || today };
	if (kind === "year") return { from: `${today.slice(0, 4)}-01-01`, to: today };
	if (kind === "month") return { from: month, to: today };
	const weekday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
	return { from: addDays(today, -weekday), to: today };
}

/** Plain choices first; two days to fill in only for whoever wants that. */
export function PeriodChoice({ period, onChange }: { period: Period; onChange: (period: Period) => void }) {
	const say = useText();
	const days = daysOf(period);
	return (
		<>
			<fieldset className="sp-looks-kinds">
				<legend className="sp-hidden">{say("audit.period")}</legend>
				{periodKinds.map((kind) => (
					<button
						key={kind}
						type="button"
						className="sp-button"
						data-look={kind === period.kind ? "soft" : "quiet"}
						aria-pressed={kind === period.kind}
						onClick={() => onChange({ ...(kind === "own" ? daysOf(period) : { from: "", to: "" }), kind })}
					>
						{say(`audit.period.${kind}`)}
					</button>
				))}
			</fieldset>
			{period.kind === "own" ? (
				<div className="sp-looks-period">
					<DateField
						label={say("audit.from")}
						value={period.from || days.from}
						onChange={(event) => onChange({ ...period, from: event.target.value })}
					/>
					<DateField
						label={say("audit.to")}
						value={period.to || days.to}
						onChange={(event) => onChange({ ...period, to: event.target.value })}
					/>
				</div>
			) : null}
		</>
	);
}
