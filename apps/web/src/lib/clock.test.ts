import { expect, it } from "vitest";
import { learnTime, now } from "./clock.ts";

const answered = (date: Date) => new Response(null, { headers: { date: date.toUTCString() } });

it("follows the server's day, however wrong the device's clock is", () => {
	const inTwoMonths = new Date(Date.now() + 60 * 86_400_000);
	learnTime(answered(inTwoMonths));
	expect(Math.abs(now().getTime() - inTwoMonths.getTime())).toBeLessThan(5000);
	learnTime(answered(new Date()));
	expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(1000);
});

it("keeps the time it knew when an answer tells none", () => {
	learnTime(answered(new Date(Date.now() - 3 * 86_400_000)));
	learnTime(new Response(null));
	expect(Date.now() - now().getTime()).toBeGreaterThan(2.9 * 86_400_000);
});
