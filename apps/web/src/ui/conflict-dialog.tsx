import { useEffect, useState } from "react";
import { Text, useText } from "../lib/text.tsx";
import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";
import { TextArea } from "./text-field.tsx";

type ConflictDialogProps = {
	open: boolean;
	onClose: () => void;
	/** What the text is about, for example "The question in your own words". */
	about: string;
	mine: string;
	theirs: string;
	/** Who wrote the other text, when known. */
	theirName?: string;
	pending?: boolean;
	/** The text that shall stand; send it with the version of `current`. */
	onChoose: (text: string, choice: "mine" | "theirs" | "merged") => void;
};

/** Two people wrote at the same time: both texts side by side, and the reader chooses. Not a word is lost. */
export function ConflictDialog({ open, onClose, about, mine, theirs, theirName, pending, onChoose }: ConflictDialogProps) {
	const say = useText();
	const [merged, setMerged] = useState<string>();
	useEffect(() => {
		if (!open) setMerged(undefined);
	}, [open]);
	const name = theirName ?? say("ui.conflict.somebody");
	return (
		<Dialog open={open} onClose={onClose} title={say("ui.conflict.title")} width="wide" locked={pending}>
			<p>
				<Text id="ui.conflict.intro" values={{ name, about }} />
			</p>
			{merged === undefined ? (
				<>
					<div className="sp-conflict">
						<Side title={say("ui.conflict.mine")} text={mine}>
							<Button pending={pending} onClick={() => onChoose(mine, "mine")}>
								{say("ui.conflict.keep-mine")}
							</Button>
						</Side>
						<Side title={say("ui.conflict.theirs", { name })} text={theirs}>
							<Button look="soft" pending={pending} onClick={() => onChoose(theirs, "theirs")}>
								{say("ui.conflict.take-theirs")}
							</Button>
						</Side>
					</div>
					<div>
						<Button look="quiet" disabled={pending} onClick={() => setMerged(`${theirs}\n\n${mine}`)}>
							{say("ui.conflict.merge")}
						</Button>
					</div>
				</>
			) : (
				<>
					<TextArea
						label={say("ui.conflict.merged")}
						hint={say("ui.conflict.merged-hint")}
						rows={8}
						value={merged}
						onChange={(event) => setMerged(event.target.value)}
					/>
					<div className="sp-row" data-gap="sm">
						<Button pending={pending} onClick={() => onChoose(merged, "merged")}>
							{say("ui.conflict.save-merged")}
						</Button>
						<Button look="quiet" disabled={pending} onClick={() => setMerged(undefined)}>
							{say("ui.back")}
						</Button>
					</div>
				</>
			)}
		</Dialog>
	);
}

function Side({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
	return (
		<section className="sp-conflict-side" aria-label={title}>
			<b>{title}</b>
			<div className="sp-conflict-text">{text || <Text id="ui.conflict.nothing" />}</div>
			<div>{children}</div>
		</section>
	);
}
