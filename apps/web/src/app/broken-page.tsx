import { Component, type ReactNode, useEffect, useState } from "react";
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
	const [offline] = useState(!navigator.onLine);
	return offline ? <NoConnection /> : <WentWrong />;
}

/** A page that was not read on this device before cannot be fetched without a connection; it comes by itself when that is back. */
function NoConnection() {
	const say = useText();
	useEffect(() => {
		const again = () => location.reload();
		addEventListener("online", again);
		return () => removeEventListener("online", again);
	}, []);
	return (
		<Page width="text">
			<PageTitle title={say("shell.broken.offline.title")} />
			<p role="alert">
				<Text id="shell.broken.offline.words" />
			</p>
		</Page>
	);
}

function WentWrong() {
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
