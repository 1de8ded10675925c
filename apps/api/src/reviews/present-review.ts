type Kept = { id: string; state: string; advice: string; answer: string | null; because: string; version: number };

/** A review as it stands now, for somebody whose edit started from an older one. */
export function presentReview({ id, state, advice, answer, because, version }: Kept) {
	return { id, state, advice, answer, because, version };
}
