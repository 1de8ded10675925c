import { grantRequest, type HandledRequest, refuseRequest, requestGrounds } from "@samenplan/contract/requests";
import { useState } from "react";
import { useParams } from "react-router";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Section } from "../../ui/layout.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Refused } from "./refused.tsx";
import { useOfficerWrite } from "./use-request-write.ts";

type Decision = "grant" | "partly" | "refuse";
type Ground = (typeof requestGrounds)[number];

/** Grant, grant for a part, or refuse: the last two with the ground of the law and plain words that the asker reads. */
export function Decide({ request }: { request: HandledRequest }) {
	const say = useText();
	const { familyId = "", requestId = "" } = useParams();
	const grant = useOfficerWrite(grantRequest);
	const refuse = useOfficerWrite(refuseRequest);
	const [decision, setDecision] = useState<Decision>();
	const [ground, setGround] = useState<Ground | "">("");
	const [answer, setAnswer] = useState("");
	const [wholeFile, setWholeFile] = useState(false);
	const [agreedBy, setAgreedBy] = useState<string[]>([]);
	const needsGround = decision === "partly" || decision === "refuse";
	const error = grant.error ?? refuse.error;
	const save = async () => {
		const at = { params: { familyId, requestId } };
		if (decision === "refuse") await refuse.mutateAsync({ ...at, body: { ground: ground as Ground, answer, version: request.version } });
		else
			await grant.mutateAsync({
				...at,
				body: { answer, partly: decision === "partly", ground: ground || null, wholeFile, agreedBy, version: request.version },
			});
		toast({ words: say("requests.decided") });
	};
	return (
		<Section title={say("requests.decide")}>
			<form
				className="sp-stack"
				data-gap="md"
				onSubmit={(event) => {
					event.preventDefault();
					void save().catch(() => undefined);
				}}
			>
				<RadioCards
					name="decision"
					label={say("requests.decision")}
					column="11rem"
					cards={(["grant", "partly", "refuse"] as const).map((value) => ({
						value,
						label: say(`requests.${value}`),
						hint: say(`requests.${value}-hint`),
					}))}
					value={decision}
					onValue={setDecision}
				/>
				{needsGround ? (
					<Select
						label={say("requests.ground")}
						emptyLabel=""
						options={requestGrounds.map((value) => ({ value, label: say(term("requestGrounds", value)) }))}
						value={ground}
						onChange={(event) => setGround(event.target.value as Ground)}
					/>
				) : null}
				{decision === undefined ? null : (
					<TextArea
						label={say("requests.answer")}
						hint={say("requests.answer-hint")}
						rows={4}
						optional={!needsGround}
						value={answer}
						onChange={(event) => setAnswer(event.target.value)}
					/>
				)}
				{request.kind === "destruction" && (decision === "grant" || decision === "partly") ? (
					<Checkbox
						label={say("requests.whole-file")}
						hint={say("requests.whole-file-hint")}
						checked={wholeFile}
						onChange={(event) => setWholeFile(event.target.checked)}
					/>
				) : null}
				{decision === "grant" || decision === "partly"
					? request.together.map(({ id, name }) => (
							<Checkbox
								key={id}
								label={say("requests.agreed", { name })}
								checked={agreedBy.includes(id)}
								onChange={(event) => setAgreedBy((now) => (event.target.checked ? [...now, id] : now.filter((each) => each !== id)))}
							/>
						))
					: null}
				{error ? <Refused error={error} /> : null}
				<div>
					<Button
						type="submit"
						pending={grant.isPending || refuse.isPending}
						disabled={decision === undefined || (needsGround && (ground === "" || answer.trim() === ""))}
					>
						{say("requests.save-decision")}
					</Button>
				</div>
			</form>
		</Section>
	);
}
