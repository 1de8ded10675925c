/** A calendar day of the contract as the database keeps it; nothing stays nothing. */
export function dayColumn<Day extends string | null>(day: Day): Day extends string ? Date : Date | null {
	return (day === null ? null : new Date(`${day}T00:00:00Z`)) as never;
}
