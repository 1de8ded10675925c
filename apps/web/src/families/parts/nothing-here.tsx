import { DoorClosed } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { ButtonLink } from "../../ui/button.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";

/** For whoever has nothing to do with this family (any more): said kindly, with where to go. */
export default function NothingHere() {
	const say = useText();
	return (
		<Page width="text">
			<PageTitle title={say("people.nothing.title")} />
			<EmptyState
				picture={<DoorClosed />}
				title={say("people.nothing.words")}
				actions={
					<ButtonLink look="soft" to="/">
						{say("people.nothing.home")}
					</ButtonLink>
				}
			>
				{say("people.nothing.what")}
			</EmptyState>
		</Page>
	);
}
