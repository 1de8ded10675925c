import type { Comment } from "@samenplan/contract/comments";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { clearDraft } from "../../lib/draft.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { announce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { useSay } from "../queries.ts";

/** A field for the answer, right under what is answered. */
export function AnswerField({ comment, name, onDone }: { comment: Comment; name: string; onDone: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const { answer } = useSay();
	const [text, setText] = useState("");
	const [empty, setEmpty] = useState(false);
	const [pending, setPending] = useState(false);
	const [problem, setProblem] = useState<unknown>();
	const form = useRef<HTMLFormElement>(null);
	const field = `answer.${comment.id}`;
	useEffect(() => form.current?.querySelector("textarea")?.focus(), []);

	async function send(event: FormEvent) {
		event.preventDefault();
		if (pending) return;
		if (text.trim() === "") return setEmpty(true);
		setPending(true);
		setProblem(undefined);
		try {
			await answer(comment.id, text);
			clearDraft(familyId, field);
			announce(say("comments.answer-sent"));
			onDone();
		} catch (error) {
			setProblem(error);
			setPending(false);
		}
	}
	return (
		<form className="sp-thread-field" ref={form} onSubmit={send} noValidate>
			<DraftTextArea
				familyId={familyId}
				field={field}
				label={say("comments.answer-label", { name })}
				rows={2}
				maxLength={10_000}
				value={text}
				onValue={setText}
				error={empty && text.trim() === "" ? say("comments.empty") : undefined}
			/>
			{problem ? <ProblemNotice error={problem} /> : null}
			<div className="sp-row" data-gap="sm">
				<Button type="submit" size="small" pending={pending}>
					{say("comments.send-answer")}
				</Button>
				<Button look="quiet" size="small" onClick={onDone}>
					{say("ui.cancel")}
				</Button>
			</div>
		</form>
	);
}
