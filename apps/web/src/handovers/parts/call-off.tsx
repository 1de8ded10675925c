import { callOffHandover } from "@samenplan/contract/handovers";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** Calls a handover off, with why. */
export function CallOff({ familyId, handoverId }: { familyId: string; handoverId: string }) {
	const say = useText();
	const queries = useQueryClient();
	const [asking, setAsking] = useState(false);
	const form = useSavingForm({
		defaultValues: { words: "" },
		draft: { familyId, field: `handover.off.${handoverId}` },
		save: (body) => call(callOffHandover, { params: { familyId, handoverId }, body }),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			void queries.invalidateQueries({ queryKey: ["team"] });
			toast({ words: say("handover.called-off") });
		},
	});
	if (!asking)
		return (
			<Button look="quiet" size="small" onClick={() => setAsking(true)}>
				{say("handover.call-off")}
			</Button>
		);
	return (
		<Form
			form={form}
			submit={say("handover.call-off")}
			submitLook="soft"
			label={say("handover.call-off")}
			actions={
				<Button look="quiet" onClick={() => setAsking(false)}>
					{say("ui.cancel")}
				</Button>
			}
		>
			<TextArea label={say("handover.call-off.words")} hint={say("handover.call-off.hint")} rows={2} {...form.field("words")} />
		</Form>
	);
}
