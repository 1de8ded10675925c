/** A house on a hill, people around it, and the path of six steps that leads there. Only decoration. */
export function TogetherPicture() {
	return (
		<svg viewBox="0 0 480 400" aria-hidden="true" className="sp-together">
			<circle cx="356" cy="104" r="46" fill="var(--basis-color-accent-1-bg-default)" opacity=".9" />
			<path
				d="M-900 330c300 40 700 40 900-30 70-76 160-104 250-92 92 12 160-20 230-4 260 50 560 80 900 40v1200H-900z"
				fill="var(--samenplan-step-strengths-soft)"
			/>
			<path
				d="M-900 380c300 40 700 30 900-44 90-52 180-58 262-38 80 20 150 12 218-12 240-40 560 60 900 30v1200H-900z"
				fill="var(--samenplan-hill)"
			/>
			{/* The house */}
			<path d="M182 236v-78l62-52 62 52v78z" fill="var(--basis-color-default-bg-default)" />
			<path
				d="M168 168l76-64 76 64"
				fill="none"
				stroke="var(--basis-color-action-1-bg-default)"
				strokeWidth="13"
				strokeLinecap="round"
				strokeLinejoin="round"
			/>
			<path d="M228 238v-40a16 16 0 0 1 32 0v40z" fill="var(--basis-color-action-1-bg-default)" />
			<rect x="272" y="176" width="24" height="24" rx="5" fill="var(--basis-color-accent-1-bg-default)" />
			<rect x="192" y="176" width="24" height="24" rx="5" fill="var(--basis-color-accent-1-bg-default)" />
			{/* The path with its six stones */}
			<path
				d="M244 240c4 34 76 34 70 66-7 36-150 18-182 84-24 50-24 90-20 160"
				fill="none"
				stroke="var(--basis-color-default-bg-document)"
				strokeWidth="26"
				strokeLinecap="round"
			/>
			{stones.map(({ x, y, r, step }) => (
				<circle key={step} cx={x} cy={y} r={r} fill={`var(--samenplan-step-${step}-color)`} />
			))}
			{/* The people */}
			<Person x={104} y={262} size={1.15} body="var(--samenplan-person-7)" head="var(--samenplan-person-1)" />
			<Person x={142} y={276} size={0.82} body="var(--samenplan-person-5)" head="var(--samenplan-person-8)" />
			<Person x={364} y={244} size={1.12} body="var(--samenplan-person-4)" head="var(--samenplan-person-1)" />
			<Person x={402} y={250} size={1.18} body="var(--samenplan-person-6)" head="var(--samenplan-person-8)" />
			<Person x={436} y={268} size={0.74} body="var(--samenplan-person-3)" head="var(--samenplan-person-1)" />
		</svg>
	);
}

const stones = [
	{ step: "clarify", x: 140, y: 380, r: 10 },
	{ step: "strengths", x: 172, y: 350, r: 9.4 },
	{ step: "goals", x: 220, y: 333, r: 8.8 },
	{ step: "network", x: 268, y: 322, r: 8.2 },
	{ step: "help", x: 309, y: 303, r: 7.6 },
	{ step: "evaluate", x: 282, y: 272, r: 7 },
];

function Person({ x, y, size, body, head }: { x: number; y: number; size: number; body: string; head: string }) {
	return (
		<g transform={`translate(${x} ${y}) scale(${size})`}>
			<path d="M-17 44V16a17 17 0 0 1 34 0v28z" fill={body} />
			<circle cy="-15" r="13" fill={head} />
		</g>
	);
}
