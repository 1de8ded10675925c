import type { CalendarFile } from "@samenplan/contract/reminders";
import { useMutation } from "@tanstack/react-query";
import { CalendarPlus } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { saveFile } from "../../my-data/html-file.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";

/** A talk as a file for one's own calendar; what comes to lie open there says nothing. */
export function CalendarButton({ take }: { take: () => Promise<CalendarFile> }) {
	const say = useText();
	const taking = useMutation({
		mutationFn: take,
		onSuccess: ({ fileName, text }) => {
			saveFile(fileName, "text/calendar;charset=utf-8", text);
			toast({ words: say("reminders.calendar.taken") });
		},
	});
	return (
		<>
			<Button
				look="soft"
				size="small"
				icon={<CalendarPlus aria-hidden="true" />}
				pending={taking.isPending}
				title={say("reminders.calendar.hint")}
				onClick={() => taking.mutate()}
			>
				{say("reminders.calendar.take")}
			</Button>
			{taking.error ? <ProblemNotice error={taking.error} /> : null}
		</>
	);
}
