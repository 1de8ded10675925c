import { type OddPattern, seeOddPattern } from "@samenplan/contract/audit-log";
import { useQueryClient } from "@tanstack/react-query";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { oddPatternsQuery } from "../queries.ts";

/** Asks in words what was found out; only then a pattern leaves the list. */
export function SeePattern({ pattern, onClose }: { pattern: OddPattern | undefined; onClose: () => void }) {
	const say = useText();
	return (
		<Dialog open={pattern !== undefined} onClose={onClose} title={say("audit.odd.see-title")}>
			{pattern ? <Finding key={pattern.id} pattern={pattern} onSaved={onClose} /> : null}
		</Dialog>
	);
}

function Finding({ pattern, onSaved }: { pattern: OddPattern; onSaved: () => void }) {
	const say = useText();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { words: "" },
		save: (body) => call(seeOddPattern, { params: { patternId: pattern.id }, body }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: oddPatternsQuery.queryKey });
			toast({ words: say("audit.odd.saved") });
			onSaved();
		},
	});
	return (
		<Form form={form} submit={say("audit.odd.save")}>
			<TextArea label={say("audit.odd.see-label")} hint={say("audit.odd.see-words")} rows={4} {...form.field("words")} />
		</Form>
	);
}
