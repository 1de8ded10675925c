import { describe, expect, it } from "vitest";
import {
	conditionsOf,
	conditionsOfRelation,
	personStates,
	rightsOfOpenPlan,
	rightsPartlyOfOpenPlan,
	rightsWithConsent,
	rightsWithReason,
	subjectOf,
	subjects,
} from "./conditions.ts";
import { dutyRights, familyRights, freshMinutes, provedAgainFor, rightsThatProveAgain } from "./rights.ts";

describe("what must hold besides the relation", () => {
	it("is, for an open plan, what changes the plan", () => {
		expect([...rightsOfOpenPlan].sort()).toEqual(
			[
				...[
					"plan.steer",
					"plan.put_version",
					"view.write",
					"view.record",
					"view.record_child",
					"load.write",
					"goal.propose",
					"goal.write",
					"action.write",
				],
				...["position.give", "position.record", "network.write", "ask.answer", "group_plan.answer", "help.write", "help.weigh"],
				...["evaluation.plan", "evaluation.score", "cooperation.answer", "evaluation.decide", "review.ask", "handover.ask"],
				"handover.arrange",
			].sort(),
		);
		expect(rightsPartlyOfOpenPlan).toEqual(["action.report", "position.explain", "shared.comment", "work_note.write"]);
	});
	it("is a consent for sharing, and a reason in words for what goes round somebody", () => {
		expect(rightsWithConsent).toEqual(["share.write"]);
		expect(rightsWithReason).toEqual(["consent.deviate", "emergency.open", "emergency.delay", "retention.write", "request.handle"]);
		expect(conditionsOfRelation).toEqual({
			scientist: ["while_review"],
			professional: ["consent"],
			emergency: ["reason", "one_hour"],
			privacy_officer: ["while_request"],
		});
	});
	it("is a fresh proof for what opens more than before or cannot be undone", () => {
		expect([...rightsThatProveAgain].sort()).toEqual(
			[
				...["accounts.write", "audience.widen", "authority.write", "consent.deviate", "emergency.open", "my_data.export"],
				...["organisation.confirm", "organisation.write", "recovery.decide", "request.export", "retention.write"],
			].sort(),
		);
		const now = new Date("2026-06-15T12:00:00Z");
		const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
		expect(provedAgainFor("authority.write", minutesAgo(freshMinutes - 0.01), now)).toBe(true);
		expect(provedAgainFor("authority.write", minutesAgo(freshMinutes), now)).toBe(false);
		expect(provedAgainFor("authority.write", undefined, now)).toBe(false);
		expect(provedAgainFor("plan.read", undefined, now)).toBe(true);
		expect(freshMinutes).toBe(10);
	});
	it("is gathered from all of these, in one order", () => {
		expect(conditionsOf("goal.write", "parent_with_authority", "own")).toEqual(["own", "open_plan"]);
		expect(conditionsOf("consent.deviate", "coordinator", "yes")).toEqual(["prove_again", "reason"]);
		expect(conditionsOf("share.write", "young_person", "yes")).toEqual(["consent"]);
		expect(conditionsOf("plan.read", "emergency", "yes")).toEqual(["reason", "one_hour"]);
		expect(conditionsOf("plan.read", "scientist", "yes")).toEqual(["while_review"]);
		expect(conditionsOf("request.handle", "privacy_officer", "yes")).toEqual(["reason", "while_request"]);
		expect(conditionsOf("own_part.read", "professional", "own")).toEqual(["own", "consent"]);
		expect(conditionsOf("plan.read", "coordinator", "yes")).toEqual([]);
		expect(conditionsOf("shared.comment", "network_member", "own")).toEqual(["own", "partly_open_plan"]);
		expect(conditionsOf("work_note.write", "scientist", "yes")).toEqual(["partly_open_plan", "while_review"]);
	});
});

describe("the states of a person", () => {
	it("open nothing, less, or what the relation says", () => {
		expect(Object.entries(personStates).map(([state, { does }]) => `${state} ${does}`)).toEqual([
			"present as_relation",
			"invited nothing",
			"starts_later nothing",
			"ended nothing",
			"consent_missing nothing",
			"account_off nothing",
			"session_over nothing",
			"under_12 nothing",
			"authority_no less",
			"authority_unknown less",
		]);
	});
});

it("gives every right a subject", () => {
	expect(new Set([...familyRights, ...dutyRights].map(subjectOf))).toEqual(new Set(subjects));
});
