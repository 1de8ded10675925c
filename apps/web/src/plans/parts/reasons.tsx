import type { MessageKey } from "@samenplan/language/catalogue";
import { type Move, moves } from "@samenplan/plan-rules/moves";
import { deedReasons, methodReasons } from "@samenplan/plan-rules/reasons";
import { Link, useParams } from "react-router";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";

const known: readonly string[] = [...methodReasons, ...deedReasons];

const isKnown = (code: string): code is (typeof methodReasons | typeof deedReasons)[number] => known.includes(code);

/** The words of a reason code; a code without words of its own gets general ones. */
export function reasonKey(code: string): MessageKey {
	return isKnown(code) ? `method.${code}` : "method.other";
}

/** Why something is not possible yet, said in words. */
export function Reasons({ codes }: { codes: readonly string[] }) {
	const say = useText();
	if (codes.length === 0) return null;
	return (
		<ul className="plan-reasons" aria-label={say("method.missing")}>
			{codes.map((code) => (
				<li key={code}>{say(reasonKey(code))}</li>
			))}
		</ul>
	);
}

/** Where in the plan a move is made; nothing for moves that need no place of their own. */
function placeOfMove(move: Move): string | undefined {
	if (/^write_/.test(move)) return undefined;
	const [, step] = /^(?:conclude|reopen)_(\w+)$/.exec(move) ?? [];
	if (step) return `steps/${step}`;
	const places: Partial<Record<Move, string>> = {
		choose_route: "steps/clarify",
		mark_complex: "steps/clarify",
		ask_review: "reviews",
		skip_network: "steps/network",
		offer_group_plan: "steps/network",
		answer_group_plan: "steps/network",
		decide_help: "steps/help",
		put_version: "versions",
		plan_evaluation: "steps/evaluate",
		decide_evaluation: "steps/evaluate",
		close_plan: "steps/evaluate",
		reopen_plan: "steps/evaluate",
	};
	return places[move];
}

const isMove = (word: string): word is Move => (moves as readonly string[]).includes(word);

/** Why a move was refused, and the moves that are possible now, each a link to where it is made; every `ProblemNotice` shows them. */
export function MoveReasons({ error }: { error: unknown }) {
	const say = useText();
	const { familyId } = useParams();
	const problem = asProblem(error);
	const possible = (familyId === undefined ? [] : (problem.possible ?? [])).filter(isMove).flatMap((move) => {
		const place = placeOfMove(move);
		return place ? [{ move, place }] : [];
	});
	return (
		<>
			<Reasons codes={(problem.reasons ?? []).filter(isKnown)} />
			{possible.length > 0 ? (
				<>
					<p>
						<b>{say("method.possible")}</b>
					</p>
					<ul className="plan-reasons">
						{possible.slice(0, 5).map(({ move, place }) => (
							<li key={move}>
								<Link className="sp-link" to={`/families/${familyId}/${place}`}>
									{say(`method.move.${move}`)}
								</Link>
							</li>
						))}
					</ul>
				</>
			) : null}
		</>
	);
}
