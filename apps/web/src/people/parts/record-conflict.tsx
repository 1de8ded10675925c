import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";

export type Difference = { label: string; mine: string; theirs: string };

/** Two people changed the same facts: what differs, side by side; the reader chooses. Nothing is lost without that. */
export function RecordConflict({
	differences,
	onClose,
	onMine,
	onTheirs,
	pending,
}: {
	/** Undefined: closed. */
	differences: readonly Difference[] | undefined;
	onClose: () => void;
	onMine: () => void;
	onTheirs: () => void;
	pending?: boolean;
}) {
	const say = useText();
	return (
		<Dialog
			open={differences !== undefined}
			onClose={onClose}
			title={say("people.conflict.title")}
			width="wide"
			locked={pending}
			actions={
				<>
					<Button pending={pending} onClick={onMine}>
						{say("people.conflict.keep-mine")}
					</Button>
					<Button look="soft" disabled={pending} onClick={onTheirs}>
						{say("people.conflict.take-theirs")}
					</Button>
				</>
			}
		>
			<p>
				<Text id="people.conflict.intro" />
			</p>
			<div className="sp-record-conflict">
				{differences?.map(({ label, mine, theirs }) => (
					<section key={label} aria-label={label}>
						<b>{label}</b>
						<dl>
							<dt>
								<Text id="people.conflict.mine" />
							</dt>
							<dd>{mine || <Text id="people.conflict.nothing" />}</dd>
							<dt>
								<Text id="people.conflict.theirs" />
							</dt>
							<dd>{theirs || <Text id="people.conflict.nothing" />}</dd>
						</dl>
					</section>
				))}
			</div>
		</Dialog>
	);
}
