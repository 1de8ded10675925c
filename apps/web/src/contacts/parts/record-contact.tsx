import { type ContactKind, contactKinds } from "@samenplan/contract/contacts";
import { useState } from "react";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ContactDialog, useLikelyContact } from "./contact-dialog.tsx";
import { contactPictures } from "./contact-pictures.tsx";
import "../contacts.css";

/** Two taps: how it was, and keep it. For whoever steers an open plan. */
export function RecordContact() {
	const say = useText();
	const can = useCan();
	const { plan } = usePlan();
	const likely = useLikelyContact();
	const [kind, setKind] = useState<ContactKind>();
	if (!can("plan.steer") || plan.state !== "open") return null;
	return (
		<>
			<fieldset className="contact-record">
				<legend className="sp-hidden">{say("contacts.work.record")}</legend>
				{contactKinds.map((each) => (
					<Button key={each} look="soft" size="small" icon={contactPictures[each]} onClick={() => setKind(each)}>
						{say(term("contactKinds", each))}
					</Button>
				))}
			</fieldset>
			{kind ? <ContactDialog likely={likely(kind)} onClose={() => setKind(undefined)} /> : null}
		</>
	);
}
