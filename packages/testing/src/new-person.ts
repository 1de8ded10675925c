import type { PersonFields } from "@samenplan/contract/people";

/** What a form says of somebody who is new to a family: a parent of whom only the name is known, unless said otherwise. */
export const newPerson = (givenName: string, more: Partial<PersonFields> = {}): PersonFields => ({
	relation: "parent",
	givenName,
	familyName: "",
	bornOn: null,
	role: "",
	language: "nl",
	interpreter: false,
	easyText: false,
	pictures: false,
	readAloud: false,
	largeLetters: false,
	email: null,
	phone: null,
	reachNote: "",
	...more,
});
