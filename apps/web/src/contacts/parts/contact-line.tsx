import type { ContactMoment } from "@samenplan/contract/contacts";
import { dayFromNow, dayInWords } from "@samenplan/language/dates";
import { nameList } from "@samenplan/language/names";
import { Pencil } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, usePersonName, usePlan } from "../../plans/queries.ts";
import { IconButton } from "../../ui/button.tsx";
import { ContactDialog } from "./contact-dialog.tsx";
import { contactPictures } from "./contact-pictures.tsx";
import "../contacts.css";

/** One contact: how and when, with whom, and a few words; whoever steers can mend it. */
export function ContactLine({ contact, near = false }: { contact: ContactMoment; near?: boolean }) {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const nameOf = usePersonName();
	const { plan } = usePlan();
	const [changing, setChanging] = useState(false);
	const kind = say(term("contactKinds", contact.kind));
	const day = dayInWords(contact.heldOn, locale);
	const names = contact.withWhom.map(nameOf).filter((name) => name !== "");
	const { heldOn, withWhom, text } = contact;
	return (
		<div className="contact-line">
			<span className="contact-picture" aria-hidden="true">
				{contactPictures[contact.kind]}
			</span>
			<div>
				<p>
					<b>{kind}</b>, {near ? `${dayFromNow(contact.heldOn, today(), locale)} (${day})` : day}{" "}
					{can("plan.steer") && plan.state === "open" ? (
						<IconButton
							className="step-pencil"
							label={say("contacts.work.change", { what: `${kind}, ${day}` })}
							onClick={() => setChanging(true)}
						>
							<Pencil size="1em" aria-hidden="true" />
						</IconButton>
					) : null}
				</p>
				{names.length > 0 ? <p className="sp-hint">{say("contacts.with", { names: nameList(names, locale) })}</p> : null}
				{contact.text ? (
					<p className="sp-words" lang={contact.language}>
						{contact.text}
					</p>
				) : null}
			</div>
			{changing ? (
				<ContactDialog contact={contact} likely={{ kind: contact.kind, heldOn, withWhom, text }} onClose={() => setChanging(false)} />
			) : null}
		</div>
	);
}
