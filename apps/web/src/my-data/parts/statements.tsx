import type { Statement, StatementObject } from "@samenplan/contract/statements";
import { writeStatement } from "@samenplan/contract/statements";
import { MessageSquareQuote } from "lucide-react";
import { useState } from "react";
import { clearDraft } from "../../lib/draft.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";
import "../my-data.css";

type Beside = { object: StatementObject; objectId: string };

/** The statements that stand beside a text, for everyone who reads the text. */
export function StatementList({ statements, nameOf }: { statements: readonly Statement[]; nameOf: (personId: string) => string }) {
	const say = useText();
	if (statements.length === 0) return null;
	return (
		<div className="data-statements">
			{statements.map((statement) => (
				<div key={statement.id} className="data-statement">
					<b>{say("my-data.statement.of", { name: nameOf(statement.personId) })}</b>
					<span className="sp-words" lang={statement.language}>
						{statement.text}
					</span>
				</div>
			))}
		</div>
	);
}

/** Beside a text of the plan: the statements that are there. One's own is added where one reads the text. */
export function Statements({ object, objectId, add = false }: Beside & { add?: boolean }) {
	const { statements } = usePlan();
	const can = useCan();
	const nameOf = usePersonName();
	const here = statements.filter((each) => each.object === object && each.objectId === objectId);
	return (
		<>
			<StatementList statements={here} nameOf={nameOf} />
			{add && can("statement.write") ? <AddStatement object={object} objectId={objectId} /> : null}
		</>
	);
}

function AddStatement({ object, objectId }: Beside) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(writeStatement);
	const [open, setOpen] = useState(false);
	const [text, setText] = useState("");
	const field = `statement.${objectId}`;
	const save = async () => {
		await write.mutateAsync({ params: { familyId }, body: { object, objectId, text } });
		clearDraft(familyId, field);
		setText("");
		setOpen(false);
		toast({ words: say("my-data.statement.saved") });
	};
	return (
		<div className="data-statement-add">
			<Button look="quiet" size="small" icon={<MessageSquareQuote aria-hidden="true" />} onClick={() => setOpen(true)}>
				{say("my-data.statement.add")}
			</Button>
			<Dialog
				open={open}
				onClose={() => setOpen(false)}
				title={say("my-data.statement.title")}
				actions={
					<Button pending={write.isPending} disabled={text.trim() === ""} onClick={() => void save().catch(() => undefined)}>
						{say("my-data.statement.save")}
					</Button>
				}
			>
				<DraftTextArea
					familyId={familyId}
					field={field}
					label={say("my-data.statement.words")}
					rows={5}
					value={text}
					onValue={setText}
					autoFocus
				/>
				<p className="sp-hint">{say("my-data.statement.stays")}</p>
				{write.error ? <ProblemNotice error={write.error} /> : null}
			</Dialog>
		</div>
	);
}
