import { Component, type ReactNode } from "react";
import { Text, useText } from "../lib/text.tsx";
import { Button } from "../ui/button.tsx";
import { Page, PageTitle } from "../ui/layout.tsx";

/** Catches a page that breaks, so that the reader is never left with an empty screen. */
export class BrokenPage extends Component<{ children: ReactNode }, { broken: boolean }> {
	override state = { broken: false };
	static getDerivedStateFromError() {
		return { broken: true };
	}
	override render() {
		return this.state.broken ? <Words /> : this.props.children;
	}
}

function Words() {
	const say = useText();
	return (
		<Page width="text">
			<PageTitle title={say("shell.broken.title")} />
			<p role="alert">
				<Text id="shell.broken.words" />
			</p>
			<div>
				<Button onClick={() => location.reload()}>{say("shell.broken.reload")}</Button>
			</div>
		</Page>
	);
}
