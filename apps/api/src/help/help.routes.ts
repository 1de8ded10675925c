import * as help from "@samenplan/contract/help";
import { type Route, route } from "../http/route.ts";
import { arrangeHelp, editHelp, moveHelp } from "./arrange-help.ts";
import { checkAdvice, recordAdviceCheck } from "./check-advice.ts";
import { decideHelp, editDecision } from "./decide-help.ts";
import { noteProgress } from "./note-progress.ts";
import { addHelpOption, editHelpOption, removeHelpOption, weighHelpOption } from "./write-option.ts";

export const helpRoutes: Route[] = [
	route(help.addHelpOption, addHelpOption),
	route(help.editHelpOption, editHelpOption),
	route(help.weighHelpOption, weighHelpOption),
	route(help.removeHelpOption, removeHelpOption),
	route(help.decideHelp, decideHelp),
	route(help.editDecision, editDecision),
	route(help.arrangeHelp, arrangeHelp),
	route(help.editHelp, editHelp),
	route(help.moveHelp, moveHelp),
	route(help.noteProgress, noteProgress),
	route(help.checkAdvice, checkAdvice),
	route(help.recordAdviceCheck, recordAdviceCheck),
];
