import type { Evaluation } from "@samenplan/contract/evaluations";
import { Flag, Footprints } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { FacePicture } from "../../ui/face-picture.tsx";
import { type Level, levels } from "../../ui/goal-ladder.tsx";
import { Avatar } from "../../ui/person.tsx";
import { useFaceName } from "../talk.ts";
import { faceOf } from "./faces.ts";

type Scores = Evaluation["scores"];

/** How far apart people see a goal: two levels or more is a difference to talk about. */
export function sightOf(scores: Scores): "one" | "same" | "near" | "differ" {
	if (scores.length < 2) return "one";
	const given = scores.map(({ score }) => score);
	const apart = Math.max(...given) - Math.min(...given);
	return apart >= 2 ? "differ" : apart === 0 ? "same" : "near";
}

/**
 * Five faces in a row with everyone at the face they chose: one look says whether people see it alike. A picture beside the words:
 * who does not see it reads each one's level below.
 */
export function ScoreLine({ scores, start }: { scores: Scores; start: number | null }) {
	const say = useText();
	const faceName = useFaceName();
	return (
		<ol className="ev-line" aria-hidden="true">
			{levels.map((level: Level) => {
				const here = scores.filter(({ score }) => score === level);
				return (
					<li key={level} data-here={here.length > 0} data-level={level}>
						<span className="ev-line-people">
							{here.map(({ personId }) => (
								<Avatar key={personId} personId={personId} name={faceName(personId)} size="2.1rem" />
							))}
						</span>
						<span className="ev-line-face">
							<FacePicture face={faceOf(level)} size="2rem" />
						</span>
						<span className="ev-line-level">{say(`ui.level.${level}`)}</span>
						{start === level ? (
							<span className="ev-line-mark">
								<Footprints /> {say("evaluate.here-began")}
							</span>
						) : level === 0 ? (
							<span className="ev-line-mark">
								<Flag /> {say("evaluate.here-hoped")}
							</span>
						) : null}
					</li>
				);
			})}
		</ol>
	);
}
