import { takeEvaluationCalendar, takeHandoverCalendar } from "@samenplan/contract/reminders";
import { call } from "../../lib/api.ts";
import { useFamilyId } from "../../plans/queries.ts";
import { CalendarButton } from "./calendar-button.tsx";

/** The talk in which we look back, for my own calendar. */
export function TalkCalendar({ evaluationId }: { evaluationId: string }) {
	const familyId = useFamilyId();
	return <CalendarButton take={() => call(takeEvaluationCalendar, { params: { familyId, evaluationId } })} />;
}

/** The talk with the former and the new coordinator, for my own calendar. */
export function HandoverCalendar({ handoverId }: { handoverId: string }) {
	const familyId = useFamilyId();
	return <CalendarButton take={() => call(takeHandoverCalendar, { params: { familyId, handoverId } })} />;
}
