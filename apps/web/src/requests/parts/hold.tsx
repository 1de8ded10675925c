import type { HandledRequest } from "@samenplan/contract/requests";
import { endHold, placeHold } from "@samenplan/contract/retention";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { Refused } from "./refused.tsx";
import { useOfficerWrite } from "./use-request-write.ts";

/** A legal hold: while it stands nothing of the family is destroyed. */
export function Hold({ request }: { request: HandledRequest }) {
	const say = useText();
	const { locale } = useIntl();
	const { familyId = "" } = useParams();
	const end = useOfficerWrite(endHold);
	const { hold } = request;
	if (!hold) return <PlaceHold familyId={familyId} />;
	return (
		<Section title={say("requests.hold")}>
			<Notice
				kind="warning"
				actions={
					<Button look="quiet" size="small" pending={end.isPending} onClick={() => end.mutate({ params: { holdId: hold.id } })}>
						{say("requests.hold-end")}
					</Button>
				}
			>
				{say("requests.hold-stands", { day: dayInWords(dayOf(hold.createdAt), locale), because: hold.because })}
			</Notice>
			{end.error ? <Refused error={end.error} /> : null}
		</Section>
	);
}

/** Records why a file must be kept. */
export function PlaceHold({ familyId }: { familyId: string }) {
	const say = useText();
	const place = useOfficerWrite(placeHold);
	const [because, setBecause] = useState("");
	return (
		<Disclosure title={say("requests.hold-place")}>
			<form
				className="sp-stack"
				data-gap="sm"
				onSubmit={(event) => {
					event.preventDefault();
					place.mutate({ body: { fileOf: familyId, because } });
				}}
			>
				<TextArea label={say("requests.hold-because")} rows={2} value={because} onChange={(event) => setBecause(event.target.value)} />
				{place.error ? <Refused error={place.error} /> : null}
				<div>
					<Button type="submit" look="soft" pending={place.isPending} disabled={because.trim() === ""}>
						{say("requests.hold-place")}
					</Button>
				</div>
			</form>
		</Disclosure>
	);
}
