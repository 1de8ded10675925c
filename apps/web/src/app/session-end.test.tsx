import { act, cleanup, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { beSeen } from "../lib/presence.ts";
import { sessionState, startSession } from "../lib/session.ts";
import { draw } from "../ui/testing.tsx";
import { IdleWatch } from "./session-end.tsx";

const minute = 60_000;
const untilTitle = "Straks log je opnieuw in";
const idleTitle = "Ben je er nog?";

/** Lets minutes pass; somebody who is there does something every half minute. */
async function pass(minutes: number, { there }: { there: boolean }) {
	for (let half = 0; half < minutes * 2; half++) {
		if (there) beSeen();
		await act(async () => void (await vi.advanceTimersByTimeAsync(minute / 2)));
	}
}

describe("before a session ends", () => {
	beforeEach(() => {
		vi.useFakeTimers();
		vi.stubGlobal("fetch", async () => new Response(JSON.stringify({ idleMinutes: 30, until: new Date().toISOString() }), { status: 200 }));
		beSeen();
		startSession({
			accessToken: "x",
			expiresAt: new Date(Date.now() + 600 * minute).toISOString(),
			idleMinutes: 30,
			until: new Date(Date.now() + 60 * minute).toISOString(),
		});
		draw(<IdleWatch />);
	});
	afterEach(() => {
		cleanup();
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	it("says five minutes before the last moment that it ends, also to somebody who is busy, and once only", async () => {
		await pass(54, { there: true });
		expect(screen.queryByText(untilTitle)).toBeNull();
		expect(screen.queryByText(idleTitle)).toBeNull();
		await pass(2, { there: true });
		expect(screen.getByText(untilTitle)).toBeTruthy();
		await act(async () => screen.getByRole("button", { name: "Ik ga verder" }).click());
		expect(screen.queryByText(untilTitle)).toBeNull();
		await pass(2, { there: true });
		expect(screen.queryByText(untilTitle)).toBeNull();
		expect(sessionState()).toBe("signed-in");
		// Being there does not make it longer.
		await pass(3, { there: true });
		expect(sessionState()).toBe("expired");
	});

	it("asks whoever does nothing whether they are there, and stays when they are", async () => {
		await pass(26, { there: false });
		expect(screen.getByText(idleTitle)).toBeTruthy();
		await act(async () => screen.getByRole("button", { name: "Ja, ik ben er nog" }).click());
		await pass(1, { there: true });
		expect(screen.queryByText(idleTitle)).toBeNull();
		expect(sessionState()).toBe("signed-in");
	});

	it("ends when nobody answers", async () => {
		await pass(31, { there: false });
		expect(sessionState()).toBe("expired");
	});
});
