import { describe, expect, it } from "vitest";
import { type Answer, agreementOf, type GivenAnswer, talkToProceed } from "./agreement.ts";

const said = (personId: string, answer: Answer, subjectVersion = 2, explained = false): GivenAnswer => ({
	personId,
	answer,
	subjectVersion,
	explainedAt: explained ? "2026-11-02T10:00:00Z" : null,
});

describe("whether those who must agree, agree", () => {
	it.each<[string, string[], GivenAnswer[], { agreed: boolean; allAnswered: boolean; waitingFor: string[]; disagreeing: string[] }]>([
		["nobody answered yet", ["m", "f"], [], { agreed: false, allAnswered: false, waitingFor: ["m", "f"], disagreeing: [] }],
		["one of two agrees", ["m", "f"], [said("m", "agree")], { agreed: false, allAnswered: false, waitingFor: ["f"], disagreeing: [] }],
		[
			"both agree",
			["m", "f"],
			[said("m", "agree"), said("f", "agree")],
			{ agreed: true, allAnswered: true, waitingFor: [], disagreeing: [] },
		],
		[
			"agree with a note counts as agreeing",
			["m", "f"],
			[said("m", "agree_but"), said("f", "agree")],
			{ agreed: true, allAnswered: true, waitingFor: [], disagreeing: [] },
		],
		[
			"disagreeing is an answer, not an agreement",
			["m", "f"],
			[said("m", "agree"), said("f", "disagree")],
			{ agreed: false, allAnswered: true, waitingFor: [], disagreeing: ["f"] },
		],
		[
			"asking to explain is not yet an answer",
			["m", "f"],
			[said("m", "agree"), said("f", "explain")],
			{ agreed: false, allAnswered: false, waitingFor: ["f"], disagreeing: [] },
		],
		[
			"an explanation given does not answer for the person",
			["m"],
			[said("m", "explain", 2, true)],
			{ agreed: false, allAnswered: false, waitingFor: ["m"], disagreeing: [] },
		],
		[
			"an answer to an older text does not count",
			["m"],
			[said("m", "agree", 1)],
			{ agreed: false, allAnswered: false, waitingFor: ["m"], disagreeing: [] },
		],
		[
			"a disagreement with an older text is asked again",
			["m"],
			[said("m", "disagree", 1)],
			{ agreed: false, allAnswered: false, waitingFor: ["m"], disagreeing: [] },
		],
		[
			"the newest answer counts",
			["m"],
			[said("m", "disagree"), said("m", "agree")],
			{ agreed: true, allAnswered: true, waitingFor: [], disagreeing: [] },
		],
		[
			"a later doubt takes an agreement back",
			["m"],
			[said("m", "agree"), said("m", "explain")],
			{ agreed: false, allAnswered: false, waitingFor: ["m"], disagreeing: [] },
		],
		[
			"somebody who need not agree does not decide",
			["m"],
			[said("m", "agree"), said("g", "disagree")],
			{ agreed: true, allAnswered: true, waitingFor: [], disagreeing: [] },
		],
		[
			"an answer of somebody else does not stand in",
			["m"],
			[said("g", "agree")],
			{ agreed: false, allAnswered: false, waitingFor: ["m"], disagreeing: [] },
		],
		["nobody is known who must agree", [], [said("g", "agree")], { agreed: false, allAnswered: false, waitingFor: [], disagreeing: [] }],
	])("%s", (_, mustAgree, given, expected) => {
		const { agreed, allAnswered, waitingFor, disagreeing } = agreementOf(mustAgree, 2, given);
		expect({ agreed, allAnswered, waitingFor, disagreeing }).toEqual(expected);
	});

	it.each<[string, GivenAnswer[], { asked: boolean; olderText: boolean; awaitsExplanation: boolean }]>([
		["no answer yet", [], { asked: true, olderText: false, awaitsExplanation: false }],
		["agreed to this text", [said("m", "agree")], { asked: false, olderText: false, awaitsExplanation: false }],
		["agreed to an older text", [said("m", "agree", 1)], { asked: true, olderText: true, awaitsExplanation: false }],
		["asked to explain", [said("m", "explain")], { asked: false, olderText: false, awaitsExplanation: true }],
		["got the explanation", [said("m", "explain", 2, true)], { asked: true, olderText: false, awaitsExplanation: false }],
		["asked to explain an older text", [said("m", "explain", 1)], { asked: true, olderText: true, awaitsExplanation: true }],
	])("asks a person when: %s", (_, given, expected) => {
		expect(agreementOf(["m"], 2, given).stands[0]).toMatchObject(expected);
	});

	it("shows answers of others beside it and asks nothing of them", () => {
		expect(agreementOf(["m"], 2, [said("g", "explain")]).others).toMatchObject([{ personId: "g", asked: false, awaitsExplanation: true }]);
	});
});

describe("going on after a talk about a disagreement", () => {
	const at = (hour: number) => `2026-11-02T${String(hour).padStart(2, "0")}:00:00Z`;
	const answered = (personId: string, answer: Answer, hour: number, version = 2) => ({
		...said(personId, answer, version),
		createdAt: at(hour),
	});
	const talk = (hour: number, proceeds = true, subjectVersion = 2) => ({ subjectVersion, proceeds, createdAt: at(hour) });
	const [yes, no] = [answered("m", "agree", 8), answered("f", "disagree", 9)];

	it.each<[string, ReturnType<typeof answered>[], ReturnType<typeof talk>[], number | undefined]>([
		["nobody talked", [yes, no], [], undefined],
		["it was talked about and we go on", [yes, no], [talk(10)], 0],
		["it was talked about and we wait", [yes, no], [talk(10, false)], undefined],
		["we waited first and go on now", [yes, no], [talk(10, false), talk(11)], 1],
		["we went on and wait since", [yes, no], [talk(10), talk(11, false)], undefined],
		["somebody has not answered", [no], [talk(10)], undefined],
		["somebody still waits for an explanation", [answered("m", "explain", 8), no], [talk(10)], undefined],
		["the talk was about an older text", [yes, no], [talk(10, true, 1)], undefined],
		["the no was about an older text", [yes, answered("f", "disagree", 9, 1)], [talk(10)], undefined],
		["another no came after the talk", [answered("m", "disagree", 11), no], [talk(10)], undefined],
		["the same no was said again after the talk", [yes, no, answered("f", "disagree", 12)], [talk(10)], undefined],
		["a yes came after the talk", [answered("m", "agree_but", 11), no], [talk(10)], 0],
		["everyone agrees by now", [yes, no, answered("f", "agree", 12)], [talk(10)], undefined],
	])("%s", (_, given, talks, expected) => {
		expect(talkToProceed(agreementOf(["m", "f"], 2, given), 2, talks)).toBe(expected === undefined ? undefined : talks[expected]);
	});
});
