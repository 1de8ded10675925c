/** The product's clock: days, reminders and ages follow it. Tokens, codes and rate limits follow real time. */
export type Clock = {
	now: () => Date;
	/** Seconds that the clock is ahead of real time; only demo mode and tests move it. */
	move: (offsetSeconds: number) => void;
	offsetSeconds: () => number;
};

export function createClock(offsetSeconds = 0): Clock {
	let offset = offsetSeconds;
	return {
		now: () => new Date(Date.now() + offset * 1000),
		move: (seconds) => {
			offset = seconds;
		},
		offsetSeconds: () => offset,
	};
}
