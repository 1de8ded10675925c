import type { StepKind, safetyKinds, Theme } from "@samenplan/contract/steps";
import { contentOf } from "./family-content.ts";
import { understandingOf } from "./family-story-understanding.ts";
import { type Row, type Rows, stableId } from "./rows.ts";

export type StoryPerson = { personId: string; accountId: string; givenName: string };
export type Answer = "agree" | "agree_but" | "disagree" | "explain";

/** Where and when a family's story is told. `key` names it: the same key gives the same identifiers. */
export type Place = {
	rows: Rows;
	key: string;
	now: Date;
	organisationId: string;
	teamId: string;
	coordinator: StoryPerson;
};
export type FamilyStory = ReturnType<typeof tellFamily>;

const steps: StepKind[] = ["clarify", "strengths", "goals", "network", "help", "evaluate"];

/** The calendar day so many days from `now`. */
export function dayFrom(now: Date, days: number): string {
	return new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
/** A moment so many days before `now`, between nine and six, later for a higher `order` (0 to 39); today it is some minutes ago. */
export function momentFrom(now: Date, daysAgo: number, order = 0): string {
	if (daysAgo === 0) return new Date(now.getTime() - (45 - order) * 60_000).toISOString();
	return new Date(Date.parse(`${dayFrom(now, -daysAgo)}T08:00:00Z`) + order * 12 * 60_000).toISOString();
}

/**
 * Tells the story of one family row by row: who they are, what they say, what they agreed. Nothing is written until the rows are
 * saved. Every text is in the words the given person would use.
 */
export function tellFamily(place: Place, name: string, openedDaysAgo: number) {
	const { rows, now, coordinator } = place;
	let count = 0;
	const newId = (what: string) => stableId(`${place.key}/${what}/${++count}`, count);
	const familyId = stableId(`${place.key}/family`);
	const planId = stableId(`${place.key}/plan`);
	const day = (daysAgo: number) => dayFrom(now, -daysAgo);
	const at = (daysAgo: number) => momentFrom(now, daysAgo, count % 40);
	const within = { familyId, planId };

	rows.add("family", { id: familyId, organisationId: place.organisationId, teamId: place.teamId, name, createdAt: at(openedDaysAgo) });
	rows.add("involvement", {
		id: newId("involvement"),
		familyId,
		personId: coordinator.personId,
		relation: "coordinator",
		ground: "opened",
		startsOn: day(openedDaysAgo),
		recordedBy: coordinator.personId,
		createdAt: at(openedDaysAgo),
	});
	const plan: Row = {
		id: planId,
		familyId,
		state: "open",
		route: null,
		routeReason: "",
		complex: false,
		toldFamilyOn: null,
		sharingAgreements: "",
		groupPlanOfferedOn: null,
		groupPlanAnswer: null,
		groupPlanWords: "",
		groupPlanAnsweredOn: null,
		groupPlanRecorded: false,
		networkSkippedBecause: "",
		closingReason: "",
		aftercare: "",
		version: 1,
		openedOn: day(openedDaysAgo),
		closedOn: null,
		createdAt: at(openedDaysAgo),
	};
	rows.add("plan", plan);
	const stepRows = steps.map((kind) => {
		const row: Row = {
			id: newId("step"),
			...within,
			kind,
			state: "not_started",
			conclusion: "",
			professionalConclusion: "",
			agreements: "",
			concludedAt: null,
			concludedBy: null,
			version: 1,
		};
		rows.add("step", row);
		return row;
	});

	const people = {
		/** Somebody around the family; with `account` they can sign in. */
		person(
			relation: "parent" | "child" | "network_member" | "professional",
			of: {
				givenName: string;
				familyName?: string;
				bornOn?: string;
				role?: string;
				language?: "nl" | "en";
				easyText?: boolean;
				pictures?: boolean;
				readAloud?: boolean;
				largeLetters?: boolean;
				phone?: string;
				reachNote?: string;
				reachAudience?: "staff" | "core" | "circle";
				account?: boolean;
				email?: string;
				demoNote?: string;
				/** Place in the list of demo people. */
				order?: number;
			},
		): StoryPerson {
			const personId = newId("person");
			const { order, demoNote, account, role, ...shown } = of;
			const address = `${of.givenName}.${of.familyName ?? ""}.${personId.slice(-5)}`
				.normalize("NFD")
				.toLowerCase()
				.replace(/[^a-z0-9.]/g, "");
			const email = account ? (of.email ?? `${address}@demo.invalid`) : undefined;
			rows.add("person", { ...shown, id: personId, organisationId: place.organisationId, email, createdAt: at(openedDaysAgo) });
			rows.add("involvement", {
				id: newId("involvement"),
				familyId,
				personId,
				relation,
				role: role ?? "",
				startsOn: day(openedDaysAgo),
				acceptedAt: account ? at(openedDaysAgo) : null,
				recordedBy: coordinator.personId,
				createdAt: at(openedDaysAgo),
			});
			const accountId = account ? stableId(`${place.key}/account/${of.givenName}`, order ?? 0x8000) : "";
			if (account)
				rows.add("account", {
					id: accountId,
					organisationId: place.organisationId,
					personId,
					email,
					demoNote,
					createdAt: at(openedDaysAgo),
				});
			return { personId, accountId, givenName: of.givenName };
		},
		kin(person: StoryPerson, kind: string, to: StoryPerson) {
			rows.add("kinship", { id: newId("kinship"), familyId, personId: person.personId, kind, toPersonId: to.personId });
		},
		authority(parent: StoryPerson, children: StoryPerson[], holds: "yes" | "no" | "unknown" = "yes") {
			for (const child of children)
				rows.add("authority", {
					id: newId("authority"),
					familyId,
					parentId: parent.personId,
					childId: child.personId,
					holds,
					source: holds === "unknown" ? "" : "gezagsregister",
					recordedOn: holds === "unknown" ? null : day(openedDaysAgo),
					recordedBy: coordinator.personId,
					version: 1,
				});
		},
		household(named: string, members: [StoryPerson, "full" | "part" | "weekends"][], address = "") {
			const householdId = newId("household");
			rows.add("household", { id: householdId, familyId, name: named, address, addressAudience: "core", version: 1 });
			for (const [person, part] of members) rows.add("household_member", { familyId, householdId, personId: person.personId, part });
		},
		/** What is kept from one person, by whose it is. */
		shield(person: StoryPerson, what: "address" | "reach" | "both", from: StoryPerson) {
			rows.add("shield", {
				id: newId("shield"),
				familyId,
				personId: person.personId,
				what,
				fromPersonId: from.personId,
				recordedBy: person.personId,
				createdAt: at(openedDaysAgo),
			});
		},
	};

	const words = {
		/** What one person says; `recorded` when the coordinator wrote it down for somebody. */
		view(
			person: StoryPerson,
			subject: string,
			text: string,
			of: {
				theme?: Theme;
				safetyKind?: (typeof safetyKinds)[number];
				about?: StoryPerson;
				daysAgo?: number;
				recorded?: boolean;
				language?: "nl" | "en";
				/** Left out: the family and its coordinator. */
				onlyFor?: "family" | readonly StoryPerson[];
			} = {},
		): string {
			const id = newId("view");
			const when = at(of.daysAgo ?? openedDaysAgo - 3);
			rows.add("view", {
				id,
				...within,
				personId: person.personId,
				subject,
				theme: of.theme ?? null,
				safetyKind: of.safetyKind ?? null,
				aboutPersonId: of.about?.personId ?? null,
				text,
				language: of.language ?? "nl",
				audience: of.onlyFor === undefined ? "core" : of.onlyFor === "family" ? "family" : "named",
				readers: Array.isArray(of.onlyFor) ? of.onlyFor.map(({ personId }: StoryPerson) => personId) : [],
				writtenBy: of.recorded ? coordinator.personId : person.personId,
				recorded: of.recorded ?? false,
				version: 1,
				createdAt: when,
				updatedAt: when,
			});
			return id;
		},
		/** A moment of contact that the coordinator recorded. */
		contact(kind: "visit" | "office" | "video" | "call" | "message", withWhom: StoryPerson[], text: string, daysAgo: number) {
			rows.add("contact_moment", {
				id: newId("contact"),
				...within,
				kind,
				heldOn: day(daysAgo),
				withWhom: withWhom.map(({ personId }) => personId),
				text,
				writtenBy: coordinator.personId,
				createdAt: at(daysAgo),
			});
		},
		load(person: StoryPerson, load: number, capacity: number, text: string, daysAgo: number) {
			rows.add("load_capacity", {
				id: newId("load"),
				...within,
				personId: person.personId,
				load,
				capacity,
				text,
				writtenBy: person.personId,
				createdAt: at(daysAgo),
			});
		},
		/** Says how far a step is; an earlier step without words stays as it was told. */
		step(
			kind: StepKind,
			state: "in_progress" | "concluded" | "reopened",
			of: { conclusion?: string; professional?: string; agreements?: string; daysAgo?: number } = {},
		) {
			const row = stepRows.find((each) => each.kind === kind) as Row;
			Object.assign(row, {
				state,
				conclusion: of.conclusion ?? "",
				professionalConclusion: of.professional ?? "",
				agreements: of.agreements ?? "",
			});
			if (state === "concluded") Object.assign(row, { concludedAt: at(of.daysAgo ?? 1), concludedBy: coordinator.personId });
			return row.id as string;
		},
		comment(
			person: StoryPerson,
			kind: "comment" | "question",
			text: string,
			of: {
				about?: string;
				aboutId?: string;
				daysAgo: number;
				toTeam?: boolean;
				language?: "nl" | "en";
				/** Only for these people and who wrote it; everyone of the plan when left out. */
				readers?: StoryPerson[];
				answer?: { by?: StoryPerson; text: string; daysAgo: number };
			},
		): string {
			const id = newId("comment");
			const named = of.readers?.map(({ personId }) => personId) ?? [];
			const audience = of.readers ? "named" : "core";
			const about = { about: of.about ?? "plan", aboutId: of.aboutId ?? null };
			rows.add("comment", {
				id,
				...within,
				kind,
				...about,
				toTeam: of.toTeam ?? false,
				answersId: null,
				text,
				language: of.language ?? "nl",
				audience,
				readers: named,
				writtenBy: person.personId,
				createdAt: at(of.daysAgo),
				answeredAt: of.answer && kind === "question" ? at(of.answer.daysAgo) : null,
			});
			if (of.answer)
				rows.add("comment", {
					id: newId("answer"),
					...within,
					kind: "answer",
					...about,
					toTeam: false,
					answersId: id,
					text: of.answer.text,
					language: of.language ?? "nl",
					audience,
					readers: of.readers ? [person.personId] : [],
					writtenBy: (of.answer.by ?? coordinator).personId,
					createdAt: at(of.answer.daysAgo),
					answeredAt: null,
				});
			return id;
		},
		position(
			person: StoryPerson,
			subject: string,
			subjectId: string,
			answer: Answer,
			of: { text?: string; daysAgo: number; explanation?: string; language?: "nl" | "en" },
		) {
			rows.add("position", {
				id: newId("position"),
				familyId,
				subject,
				subjectId,
				subjectVersion: 1,
				personId: person.personId,
				answer,
				text: of.text ?? "",
				language: of.language ?? "nl",
				// Whoever does not sign in said it at the table.
				writtenBy: person.accountId ? person.personId : coordinator.personId,
				recorded: !person.accountId,
				explanation: of.explanation ?? "",
				explainedBy: of.explanation ? coordinator.personId : null,
				explainedAt: of.explanation ? at(Math.max(0, of.daysAgo - 1)) : null,
				createdAt: at(of.daysAgo),
			});
		},
		/** What somebody did with the plan, for "who looked". */
		looked(person: StoryPerson, relation: string, action: string, object: string, event: string, daysAgo: number) {
			rows.add("audit_entry", {
				at: at(daysAgo),
				event,
				action,
				outcome: "success",
				accountId: person.accountId || null,
				personId: person.personId,
				relation,
				object,
				objectId: planId,
				familyId,
				ground: "relation",
				source: "api",
			});
		},
	};

	return {
		familyId,
		planId,
		name,
		coordinator,
		plan,
		rows,
		day,
		at,
		newId,
		within,
		...people,
		...words,
		...understandingOf({ rows, newId, within, at, day, coordinator }),
		/** The plan as it is told so far, in the shape that is put before people. */
		content: () => contentOf(rows, familyId, name),
	};
}
