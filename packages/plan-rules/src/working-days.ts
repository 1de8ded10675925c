/** Days are `YYYY-MM-DD` of the calendar in Europe/Amsterdam. */
type Day = string;

const millisecondsPerDay = 86_400_000;
const toTime = (day: Day) => Date.parse(`${day}T00:00:00Z`);
const toDay = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** A day so many calendar days later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
	return toDay(toTime(day) + days * millisecondsPerDay);
}

/** A day so many months later; the last day of the month when that month is shorter. */
export function addMonths(day: Day, months: number): Day {
	const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
	const first = new Date(Date.UTC(year, month - 1 + months, 1));
	const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
	return toDay(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)));
}

/** A day so many working days later: Saturdays, Sundays and Dutch public holidays do not count. */
export function addWorkingDays(day: Day, days: number): Day {
	let now = day;
	for (let left = days; left > 0; ) {
		now = addDays(now, 1);
		if (isWorkingDay(now)) left -= 1;
	}
	return now;
}

export function isWorkingDay(day: Day): boolean {
	const weekday = new Date(toTime(day)).getUTCDay();
	return weekday !== 0 && weekday !== 6 && !publicHolidays(Number(day.slice(0, 4))).includes(day);
}

/** Days on which nearly everyone in the Netherlands is free. Liberation Day is so once in five years. */
export function publicHolidays(year: number): Day[] {
	const easter = easterSunday(year);
	// King's Day is a day earlier when the 27th is a Sunday.
	const kingsDay = new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? `${year}-04-26` : `${year}-04-27`;
	return [
		`${year}-01-01`,
		addDays(easter, 1),
		kingsDay,
		...(year % 5 === 0 ? [`${year}-05-05`] : []),
		addDays(easter, 39),
		addDays(easter, 50),
		`${year}-12-25`,
		`${year}-12-26`,
	];
}

/** Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
function easterSunday(year: number): Day {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
	const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const n = h + l - 7 * m + 114;
	return toDay(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1));
}
