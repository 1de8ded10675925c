import { destroyOnRequest, finishRequest, type HandledRequest } from "@samenplan/contract/requests";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { toast } from "../../ui/toast.tsx";
import { DestroyDialog } from "./destroy-dialog.tsx";
import { Refused } from "./refused.tsx";
import { useOfficerWrite } from "./use-request-write.ts";

/** What was granted is done: handed over, corrected, or destroyed for good. */
export function CarryOut({ request }: { request: HandledRequest }) {
	const say = useText();
	const navigate = useNavigate();
	const { familyId = "", requestId = "" } = useParams();
	const finish = useOfficerWrite(finishRequest);
	const destroy = useOfficerWrite(destroyOnRequest);
	const [asking, setAsking] = useState(false);
	const params = { familyId, requestId };
	if (request.kind === "destruction") {
		const what = request.wholeFile ? say("requests.destroy-family") : say("requests.destroy-person", { name: request.about.name });
		return (
			<Section title={say("requests.destroy")} intro={what}>
				<div>
					<Button look="danger" disabled={request.hold !== null} onClick={() => setAsking(true)}>
						{say("requests.destroy")}
					</Button>
				</div>
				<DestroyDialog
					open={asking}
					onClose={() => setAsking(false)}
					familyName={request.familyName}
					what={what}
					pending={destroy.isPending}
					error={destroy.error}
					onDestroy={(familyName) =>
						void destroy.mutateAsync({ params, body: { familyName, version: request.version } }).then(
							() => {
								toast({ words: say("requests.destroyed") });
								navigate("/retention");
							},
							() => undefined,
						)
					}
				/>
			</Section>
		);
	}
	return (
		<Section
			title={request.kind === "inspection" ? say("requests.hand-over") : say("requests.granted")}
			intro={say(request.kind === "inspection" ? "requests.hand-over-words" : "requests.correct-words")}
		>
			<Row gap="sm">
				{request.kind === "inspection" ? (
					<ButtonLink look="soft" to="file">
						{say("requests.open-file")}
					</ButtonLink>
				) : null}
				<Button pending={finish.isPending} onClick={() => finish.mutate({ params, body: { version: request.version } })}>
					{say("requests.finish")}
				</Button>
			</Row>
			{finish.error ? <Refused error={finish.error} /> : null}
		</Section>
	);
}
