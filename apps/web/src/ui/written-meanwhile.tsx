import { Text, useText } from "../lib/text.tsx";
import { Notice } from "./notice.tsx";

type WrittenMeanwhileProps = {
	/** What somebody else wrote, field by field; nothing shows while there is none. */
	theirs: readonly { label: string; words: string }[] | undefined;
};

/**
 * In a form of several short fields: what somebody else saved meanwhile, above one's own words that are still in the fields.
 * Saving again then is a choice made with both in sight. For one longer text use `ConflictDialog`.
 */
export function WrittenMeanwhile({ theirs }: WrittenMeanwhileProps) {
	const say = useText();
	if (!theirs) return null;
	return (
		<Notice kind="warning" live title={say("ui.conflict.title")}>
			<p>
				<Text id="ui.conflict.look" />
			</p>
			{theirs.map(({ label, words }) => (
				<p key={label}>
					<b>{label}</b> {words || say("ui.conflict.nothing")}
				</p>
			))}
		</Notice>
	);
}
