import { checkIdentity, type HandledRequest } from "@samenplan/contract/requests";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Refused } from "./refused.tsx";
import { useOfficerWrite } from "./use-request-write.ts";

/** Whether it really is this person, and whether the law lets them ask: both before anything is decided. */
export function Identity({ request }: { request: HandledRequest }) {
	const say = useText();
	const { locale } = useIntl();
	const { familyId = "", requestId = "" } = useParams();
	const check = useOfficerWrite(checkIdentity);
	const [how, setHow] = useState("");
	return (
		<Section title={say("requests.identity")}>
			<Stack gap="sm">
				<Notice kind={request.mayAsk ? "info" : "warning"}>
					{say(request.mayAsk ? "requests.law-yes" : "requests.law-no")} {request.together.length > 0 ? say("requests.law-together") : null}
				</Notice>
				{request.identityCheckedAt ? (
					<p>{say("requests.identity-done", { day: dayInWords(dayOf(request.identityCheckedAt), locale), how: request.identityHow })}</p>
				) : (
					<form
						className="sp-stack"
						data-gap="sm"
						onSubmit={(event) => {
							event.preventDefault();
							check.mutate({ params: { familyId, requestId }, body: { how, version: request.version } });
						}}
					>
						<TextField
							label={say("requests.identity-how")}
							hint={say("requests.identity-hint")}
							value={how}
							onChange={(event) => setHow(event.target.value)}
						/>
						{check.error ? <Refused error={check.error} /> : null}
						<div>
							<Button type="submit" look="soft" pending={check.isPending} disabled={how.trim() === ""}>
								{say("requests.identity-save")}
							</Button>
						</div>
					</form>
				)}
			</Stack>
		</Section>
	);
}
