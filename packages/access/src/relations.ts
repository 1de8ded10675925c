/**
 * What a person can be to a family at this moment. Computed from involvement, authority and date of birth at each request
 * (SQL: `app.relations`), never stored and never taken from a token.
 */
export const relations = [
	"coordinator",
	"scientist",
	"parent_with_authority",
	"parent_without_authority",
	"young_person",
	"young_person_16",
	"network_member",
	"professional",
	"team_lead",
	/** Broke the glass: reads one family for one hour. */
	"emergency",
	/** Handles a request of this family, as long as it is open. */
	"privacy_officer",
] as const;
export type Relation = (typeof relations)[number];

/** What an employee does for the organisation as a whole, apart from any family. */
export const duties = ["coordinator", "scientist", "team_lead", "administrator", "privacy_officer"] as const;
export type Duty = (typeof duties)[number];
