import { Text, useText } from "../lib/text.tsx";
import { ButtonLink } from "../ui/button.tsx";
import { Page, PageTitle } from "../ui/layout.tsx";

/** An address without a page. */
export function NotFoundPage() {
	const say = useText();
	return (
		<Page width="text">
			<PageTitle title={say("shell.not-found.title")} />
			<p>
				<Text id="shell.not-found.words" />
			</p>
			<div>
				<ButtonLink to="/">{say("shell.not-found.home")}</ButtonLink>
			</div>
		</Page>
	);
}
