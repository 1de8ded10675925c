import type { CommentAbout } from "@samenplan/contract/comments";
import { CircleQuestionMark, MessageCircle } from "lucide-react";
import { useState } from "react";
import { AudienceChoice } from "../../audience/parts/audience-choice.tsx";
import { type Choice, everyoneOfThePlan } from "../../audience/queries.ts";
import { clearDraft } from "../../lib/draft.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, usePlan } from "../../plans/queries.ts";
import { announce } from "../../ui/announce.tsx";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DraftTextArea } from "../../ui/text-field.tsx";
import { useSay } from "../queries.ts";

type SaySomethingProps = {
	about: CommentAbout;
	aboutId?: string | null;
	/** Large and calm: the page that is there for this alone. */
	large?: boolean;
	onSaid?: (kind: "comment" | "question") => void;
};

/** One field and two verbs: ask it, or say it. Who will read it stands there before anything is sent. */
export function SaySomething({ about, aboutId = null, large, onSaid }: SaySomethingProps) {
	const say = useText();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const sender = useSay();
	const field = `comment.${about}.${aboutId ?? "all"}`;
	const [text, setText] = useState("");
	const [choice, setChoice] = useState<Choice>(everyoneOfThePlan);
	const [toTeam, setToTeam] = useState(false);
	const [empty, setEmpty] = useState(false);
	const [sending, setSending] = useState<"comment" | "question">();
	const [problem, setProblem] = useState<unknown>();
	const [sent, setSent] = useState(0);
	const onFamilySide = viewer.side === "family";
	const toCoach = choice.audience !== "family" && choice.audience !== "named";

	async function send(kind: "comment" | "question") {
		if (sending) return;
		if (text.trim() === "") return setEmpty(true);
		setSending(kind);
		setProblem(undefined);
		try {
			await sender.say({ kind, about, aboutId, toTeam: toTeam && toCoach, ...choice, text });
			clearDraft(familyId, field);
			setText("");
			setEmpty(false);
			setChoice(everyoneOfThePlan);
			setToTeam(false);
			setSent((count) => count + 1);
			announce(say(kind === "question" && onFamilySide ? "comments.asked" : "comments.said"));
			onSaid?.(kind);
		} catch (error) {
			setProblem(error);
		} finally {
			setSending(undefined);
		}
	}
	return (
		<form
			className="sp-say"
			data-large={large}
			noValidate
			onSubmit={(event) => {
				event.preventDefault();
				void send("question");
			}}
		>
			<DraftTextArea
				key={sent}
				familyId={familyId}
				field={field}
				label={say("comments.say-label")}
				rows={large ? 4 : 2}
				maxLength={10_000}
				value={text}
				onValue={setText}
				error={empty && text.trim() === "" ? say("comments.empty") : undefined}
			/>
			<AudienceChoice key={`choice-${sent}`} value={choice} onValue={setChoice} problem={problem} />
			{problem ? <ProblemNotice error={problem} /> : null}
			<div className="sp-say-verbs">
				<Button
					type="submit"
					look={large ? "primary" : "soft"}
					size={large ? "normal" : "small"}
					wide={large}
					pending={sending === "question"}
					icon={<CircleQuestionMark size="1.2em" aria-hidden="true" />}
				>
					{say("comments.ask")}
				</Button>
				<Button
					look={large ? "soft" : "quiet"}
					size={large ? "normal" : "small"}
					wide={large}
					pending={sending === "comment"}
					icon={<MessageCircle size="1.2em" aria-hidden="true" />}
					onClick={() => void send("comment")}
				>
					{say("comments.say")}
				</Button>
			</div>
			{onFamilySide && toCoach ? (
				<Disclosure title={say("comments.more")}>
					<Checkbox
						label={say("comments.ask-team")}
						hint={say("comments.ask-team-hint")}
						checked={toTeam}
						onChange={(event) => setToTeam(event.target.checked)}
					/>
				</Disclosure>
			) : null}
		</form>
	);
}
