import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const family = "family-1";
const field = "comment.goal";
let sent: { place: string; text: string }[];
let reachable: boolean;

beforeEach(() => {
	vi.resetModules();
	vi.useFakeTimers();
	localStorage.clear();
	sent = [];
	reachable = true;
	vi.stubGlobal("fetch", async (url: string, init: RequestInit) => {
		if (url.endsWith("/refresh"))
			return Response.json({
				accessToken: "a",
				expiresAt: new Date(Date.now() + 600_000).toISOString(),
				idleMinutes: 30,
				until: "2099-01-01T00:00:00Z",
			});
		if (!reachable) throw new TypeError("no connection");
		sent.push(JSON.parse(init.body as string));
		return new Response(null, { status: 204 });
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function device() {
	const draft = await import("./draft.ts");
	const sync = await import("./draft-sync.ts");
	draft.setDraftOwner("person-1");
	return { ...draft, ...sync };
}
/** The same device, another page: nothing but its store is left. */
async function newPage() {
	vi.clearAllTimers();
	vi.resetModules();
	return device();
}
const aWhile = () => vi.advanceTimersByTimeAsync(3000);
const at = (text: string) => [{ place: field, text }];

describe("words somebody is still writing", () => {
	it("are sent when typing pauses, once, and taken away when they are in the plan", async () => {
		const { takeDrafts, keepDraft, clearDraft } = await device();
		takeDrafts(family, [], true);
		for (const words of ["Het", "Het gaat", "Het gaat beter"]) keepDraft(family, field, words);
		await aWhile();
		expect(sent).toEqual(at("Het gaat beter"));
		clearDraft(family, field);
		await aWhile();
		expect(sent).toEqual([...at("Het gaat beter"), ...at("")]);
	});

	it("wait for their writer on another device", async () => {
		const { takeDrafts, readDraft } = await device();
		takeDrafts(family, at("Getypt op de tablet"), true);
		expect(readDraft(family, field)).toBe("Getypt op de tablet");
		await aWhile();
		expect(sent).toEqual([]);
	});

	it("are taken from the other device that went on with them, and gone when they were put in the plan there", async () => {
		const { takeDrafts, readDraft, keepDraft } = await device();
		takeDrafts(family, [], true);
		keepDraft(family, field, "Begin");
		await aWhile();
		takeDrafts(family, at("Begin en verder"), true);
		expect(readDraft(family, field)).toBe("Begin en verder");
		takeDrafts(family, [], true);
		expect(readDraft(family, field)).toBeUndefined();
	});

	it("are both there when two devices went on", async () => {
		const { takeDrafts, readDraft, keepDraft } = await device();
		takeDrafts(family, at("Begin"), true);
		reachable = false;
		keepDraft(family, field, "Begin van hier");
		await aWhile();
		reachable = true;
		takeDrafts(family, at("Begin van daar"), true);
		expect(readDraft(family, field)).toBe("Begin van daar\n\nBegin van hier");
		await aWhile();
		expect(sent.at(-1)?.text).toBe("Begin van daar\n\nBegin van hier");
	});

	it("stay here without a connection, and are sent once the plan can be read again", async () => {
		const { takeDrafts, readDraft, keepDraft } = await device();
		takeDrafts(family, [], true);
		reachable = false;
		keepDraft(family, field, "In de trein");
		await aWhile();
		expect(readDraft(family, field)).toBe("In de trein");
		reachable = true;
		takeDrafts(family, [], true);
		await aWhile();
		expect(sent).toEqual(at("In de trein"));
	});

	it("do not come back from an answer that was read before they went into the plan", async () => {
		const { takeDrafts, readDraft, keepDraft, clearDraft } = await device();
		takeDrafts(family, [], true);
		keepDraft(family, field, "Klaar om te bewaren");
		await aWhile();
		clearDraft(family, field);
		takeDrafts(family, at("Klaar om te bewaren"), true);
		expect(readDraft(family, field)).toBeUndefined();
		await aWhile();
		takeDrafts(family, [], true);
		expect(readDraft(family, field)).toBeUndefined();
	});

	it("of whoever may keep none at the server stay on this device", async () => {
		const { takeDrafts, keepDraft, readDraft } = await device();
		takeDrafts(family, [], false);
		keepDraft(family, field, "Alleen hier");
		await aWhile();
		expect(sent).toEqual([]);
		expect(readDraft(family, field)).toBe("Alleen hier");
	});

	it("are sent at once on signing out", async () => {
		const { takeDrafts, keepDraft, sendDraftsNow } = await device();
		takeDrafts(family, [], true);
		keepDraft(family, field, "Net getypt");
		const sending = sendDraftsNow();
		await vi.advanceTimersByTimeAsync(100);
		await sending;
		expect(sent).toEqual(at("Net getypt"));
	});

	it("are counted on signing out when they could not be sent, in whatever family; what the server has is not among them", async () => {
		const { takeDrafts, keepDraft, clearDraft, sendDraftsNow } = await device();
		takeDrafts(family, [], true);
		keepDraft(family, field, "Al verstuurd");
		await aWhile();
		reachable = false;
		keepDraft(family, "comment.step", "Zonder verbinding getypt");
		keepDraft("family-2", field, "Ook daar");
		const counted = async () => {
			const sending = sendDraftsNow();
			await vi.advanceTimersByTimeAsync(2100);
			return sending;
		};
		expect(await counted()).toBe(2);
		// What went into the plan is no word that can be lost, also when the server did not hear of it.
		clearDraft(family, field);
		clearDraft("family-2", field);
		expect(await counted()).toBe(1);
		reachable = true;
		expect(await counted()).toBe(0);
	});

	it("are sent on signing out also when the page they were typed on was left since", async () => {
		const typed = await device();
		typed.takeDrafts(family, [], true);
		typed.keepDraft(family, field, "Net getypt");
		const { sendDraftsNow } = await newPage();
		const sending = sendDraftsNow();
		await vi.advanceTimersByTimeAsync(100);
		await sending;
		expect(sent).toEqual(at("Net getypt"));
	});

	it("do not come back when the page was closed before the server heard that they went into the plan", async () => {
		const typed = await device();
		typed.takeDrafts(family, [], true);
		typed.keepDraft(family, field, "Klaar om te bewaren");
		await aWhile();
		reachable = false;
		typed.clearDraft(family, field);
		reachable = true;
		const { takeDrafts, readDraft } = await newPage();
		takeDrafts(family, at("Klaar om te bewaren"), true);
		expect(readDraft(family, field)).toBeUndefined();
		await aWhile();
		expect(sent.at(-1)).toEqual({ place: field, text: "" });
	});

	it("are gone from a page that is opened again after another device put them in the plan", async () => {
		const typed = await device();
		typed.takeDrafts(family, at("Van de tablet"), true);
		const { takeDrafts, readDraft } = await newPage();
		expect(readDraft(family, field)).toBe("Van de tablet");
		takeDrafts(family, [], true);
		expect(readDraft(family, field)).toBeUndefined();
		await aWhile();
		expect(sent).toEqual([]);
	});

	it("leave nothing on the device after signing out", async () => {
		const { takeDrafts, forgetDrafts, clearAllDrafts } = await device();
		takeDrafts(family, at("Van de tablet"), true);
		forgetDrafts();
		clearAllDrafts();
		expect(JSON.stringify({ ...localStorage })).not.toContain("tablet");
	});
});
