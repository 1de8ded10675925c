import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { asProblem, problemKey } from "../lib/problems.ts";
import { useText } from "../lib/text.tsx";
import { Button } from "./button.tsx";
import { Notice } from "./notice.tsx";

type ProblemNoticeProps = {
	/** What was caught; anything but a problem document is shown as "unexpected". */
	error: unknown;
	/** Tries again, where that makes sense. */
	onRetry?: () => void;
	/** Another way out. */
	actions?: ReactNode;
	children?: ReactNode;
};

/** What the pages add to a problem that says no more by itself: why a move is not possible, and what is. */
export const ProblemMore = createContext<(error: unknown) => ReactNode>(() => null);

/** What happened, what was kept and what to do, in the reader's words. */
export function ProblemNotice({ error, onRetry, actions, children }: ProblemNoticeProps) {
	const say = useText();
	const problem = asProblem(error);
	const back = useBackOnline(error);
	const more = useContext(ProblemMore);
	if (problem.code === "network" && back)
		return (
			<Notice
				title={say("problem.network.back")}
				actions={
					onRetry ? (
						<Button look="soft" onClick={onRetry}>
							{say("ui.try-again")}
						</Button>
					) : undefined
				}
			>
				<p>{say("problem.network.back-words")}</p>
			</Notice>
		);
	return (
		<Notice
			kind="problem"
			title={say(problemKey(problem.code, "title"))}
			actions={
				onRetry || actions ? (
					<>
						{onRetry ? (
							<Button look="soft" onClick={onRetry}>
								{say("ui.try-again")}
							</Button>
						) : null}
						{actions}
					</>
				) : undefined
			}
		>
			<p>{say(problemKey(problem.code, "words"), { seconds: problem.retryAfter ?? 60 })}</p>
			{children ?? more(error)}
			{problem.requestId && problem.code === "unexpected" ? (
				<p className="sp-hint">{say("problem.request", { id: problem.requestId })}</p>
			) : null}
		</Notice>
	);
}

/** Whether the device says that the connection returned after this went wrong. */
function useBackOnline(error: unknown): boolean {
	const [backAfter, setBackAfter] = useState<unknown>();
	useEffect(() => {
		const back = () => setBackAfter(error);
		addEventListener("online", back);
		return () => removeEventListener("online", back);
	}, [error]);
	return backAfter !== undefined && backAfter === error;
}
