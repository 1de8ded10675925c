import * as evaluations from "@samenplan/contract/evaluations";
import { type Route, route } from "../http/route.ts";
import { answerCooperation, recordCooperation } from "./answer-cooperation.ts";
import { holdEvaluation } from "./hold-evaluation.ts";
import { moveEvaluation, planEvaluation } from "./plan-evaluation.ts";
import { scoreGoal } from "./score-goal.ts";

export const evaluationRoutes: Route[] = [
	route(evaluations.planEvaluation, planEvaluation),
	route(evaluations.moveEvaluation, moveEvaluation),
	route(evaluations.scoreGoal, scoreGoal),
	route(evaluations.answerCooperation, answerCooperation),
	route(evaluations.recordCooperation, recordCooperation),
	route(evaluations.holdEvaluation, holdEvaluation),
];
