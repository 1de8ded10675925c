import { Flag, Footprints, MapPin, Star } from "lucide-react";
import { Text, useText } from "../lib/text.tsx";

export const levels = [-2, -1, 0, 1, 2] as const;
export type Level = (typeof levels)[number];

type GoalLadderProps = {
	/** What one sees at each level, in the family's words. */
	words: Readonly<Partial<Record<Level, string>>>;
	start?: Level | null;
	now?: Level | null;
	/** Where we hope to get; "as hoped" (0) unless said otherwise. */
	hoped?: Level;
};

/** The five rungs of a goal, the highest on top: where we started, where we are, where we want to get. */
export function GoalLadder({ words, start, now, hoped = 0 }: GoalLadderProps) {
	const say = useText();
	return (
		<ol className="sp-ladder" aria-label={say("ui.ladder")}>
			{[...levels].reverse().map((level) => {
				const isNow = now === level;
				const lit = typeof now === "number" && typeof start === "number" && level <= now && level >= start;
				return (
					<li
						key={level}
						className="sp-rung"
						data-lit={lit}
						data-now={isNow}
						data-hoped={hoped === level}
						aria-current={isNow ? "true" : undefined}
					>
						<span className="sp-rung-mark" aria-hidden="true">
							{isNow ? (
								level >= hoped ? (
									<Star fill="currentColor" />
								) : (
									<MapPin />
								)
							) : hoped === level ? (
								<Flag />
							) : start === level ? (
								<Footprints />
							) : null}
						</span>
						<span>
							<span className="sp-rung-name">
								{say(`ui.level.${level}`)}
								{isNow ? (
									<span className="sp-rung-flag">
										<Text id="ui.ladder.now" />
									</span>
								) : null}
								{start === level ? (
									<span className="sp-rung-flag">
										<Text id="ui.ladder.start" />
									</span>
								) : null}
								{hoped === level && !isNow ? (
									<span className="sp-rung-flag">
										<Text id="ui.ladder.hoped" />
									</span>
								) : null}
							</span>
							<span className="sp-rung-words" data-empty={!words[level]}>
								{words[level] || say("ui.ladder.no-words")}
							</span>
						</span>
					</li>
				);
			})}
		</ol>
	);
}

/** The ladder as a small picture, with its meaning in words for who does not see it. */
export function SmallLadder({ start, now, hoped = 0 }: Omit<GoalLadderProps, "words">) {
	const say = useText();
	const words = typeof now === "number" ? say("ui.ladder.is-now", { level: say(`ui.level.${now}`) }) : say("ui.ladder.not-yet");
	return (
		<span className="sp-ladder-small" role="img" aria-label={words} title={words}>
			{levels.map((level, index) => (
				<i
					key={level}
					data-lit={typeof now === "number" && level <= now}
					data-hoped={level === hoped && !(typeof now === "number" && now >= hoped)}
					data-start={start === level}
					style={{ blockSize: `${32 + index * 17}%` }}
				/>
			))}
		</span>
	);
}
