/**
 * Days and times in full words, as people in the Netherlands keep them (Europe/Amsterdam). A day is `YYYY-MM-DD`, a moment
 * an ISO 8601 time or a `Date`. No short forms: "dinsdag 6 oktober 2026", never "6-10".
 */
export const timeZone = "Europe/Amsterdam";

const formats = new Map<string, Intl.DateTimeFormat>();
function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = locale + JSON.stringify(options);
	let found = formats.get(key);
	if (!found) {
		// British order for English: the day before the month, as everybody here writes it.
		found = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, options);
		formats.set(key, found);
	}
	return found;
}

/** "dinsdag 6 oktober 2026". */
export function dayInWords(day: string, locale = "nl"): string {
	return format(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" })
		.format(new Date(`${day}T12:00:00Z`))
		.replace(",", "");
}

/** "6 oktober 2026". */
export function dateInWords(day: string, locale = "nl"): string {
	return format(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

/** "oktober 2026". */
export function monthInWords(day: string, locale = "nl"): string {
	return format(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T12:00:00Z`));
}

/** "dinsdag 6 oktober 2026 om 14:30". */
export function momentInWords(moment: string | Date, locale = "nl"): string {
	return `${dayInWords(dayOf(moment), locale)} ${joinWord(locale)} ${timeInWords(moment, locale)}`;
}

/** "14:30". */
export function timeInWords(moment: string | Date, locale = "nl"): string {
	return format(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(new Date(moment));
}

function joinWord(locale: string): string {
	return locale === "nl" ? "om" : locale === "en" ? "at" : "·";
}

/** The day on which a moment falls in Europe/Amsterdam, `YYYY-MM-DD`. */
export function dayOf(moment: string | Date): string {
	const parts = format("en", { year: "numeric", month: "2-digit", day: "2-digit", timeZone }).formatToParts(new Date(moment));
	const part = (type: string) => parts.find((one) => one.type === type)?.value ?? "";
	return `${part("year")}-${part("month")}-${part("day")}`;
}

/** Whole days from one day to another; negative when the second comes first. Changes to and from summer time do not count. */
export function daysBetween(from: string, to: string): number {
	return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** A day so many days later (or earlier, when negative). */
export function addDays(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** "vandaag", "morgen", "over 3 dagen", "2 weken geleden": seen from `today`. */
export function dayFromNow(day: string, today: string, locale = "nl"): string {
	const days = daysBetween(today, day);
	const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
	if (Math.abs(days) < 14) return words.format(days, "day");
	if (Math.abs(days) < 60) return words.format(Math.round(days / 7), "week");
	return words.format(Math.round(days / 30.4), "month");
}

/** Full years between a day of birth and a day. */
export function ageOn(dateOfBirth: string, day: string): number {
	const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4));
	return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years;
}
