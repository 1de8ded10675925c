/** Three circles around the family, with one of them lit. */
export function RingPicture({ ring }: { ring: 1 | 2 | 3 }) {
	return (
		<svg viewBox="0 0 48 48" aria-hidden="true" className="ring-picture">
			{([3, 2, 1] as const).map((each) => (
				<circle key={each} cx="24" cy="24" r={each * 7 + 1} data-lit={each === ring} />
			))}
			<circle cx="24" cy="24" r="3.2" data-us="true" />
		</svg>
	);
}
