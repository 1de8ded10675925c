import * as analysis from "@samenplan/contract/analysis";
import { type Route, route } from "../http/route.ts";
import { editInquiry, planInquiry, removeInquiry } from "./write-inquiry.ts";
import { addAnalysisPoint, editAnalysisPoint, removeAnalysisPoint } from "./write-point.ts";
import { addSharedWord, editSharedWord, removeSharedWord } from "./write-word.ts";

/** The inquiry plan, the points of the analysis and the words that people use differently. */
export const analysisRoutes: Route[] = [
	route(analysis.planInquiry, planInquiry),
	route(analysis.editInquiry, editInquiry),
	route(analysis.removeInquiry, removeInquiry),
	route(analysis.addAnalysisPoint, addAnalysisPoint),
	route(analysis.editAnalysisPoint, editAnalysisPoint),
	route(analysis.removeAnalysisPoint, removeAnalysisPoint),
	route(analysis.addSharedWord, addSharedWord),
	route(analysis.editSharedWord, editSharedWord),
	route(analysis.removeSharedWord, removeSharedWord),
];
