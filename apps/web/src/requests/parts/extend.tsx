import { extendRequest, type HandledRequest } from "@samenplan/contract/requests";
import { useState } from "react";
import { useParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { Refused } from "./refused.tsx";
import { useOfficerWrite } from "./use-request-write.ts";

/** Two months more, once, with the reason that the asker reads. */
export function Extend({ request }: { request: HandledRequest }) {
	const say = useText();
	const { familyId = "", requestId = "" } = useParams();
	const extend = useOfficerWrite(extendRequest);
	const [because, setBecause] = useState("");
	return (
		<Disclosure title={say("requests.extend")}>
			<form
				className="sp-stack"
				data-gap="sm"
				onSubmit={(event) => {
					event.preventDefault();
					extend.mutate({ params: { familyId, requestId }, body: { because, version: request.version } });
				}}
			>
				<TextArea label={say("requests.extend-words")} rows={3} value={because} onChange={(event) => setBecause(event.target.value)} />
				{extend.error ? <Refused error={extend.error} /> : null}
				<div>
					<Button type="submit" look="soft" pending={extend.isPending} disabled={because.trim() === ""}>
						{say("requests.extend-save")}
					</Button>
				</div>
			</form>
		</Disclosure>
	);
}
