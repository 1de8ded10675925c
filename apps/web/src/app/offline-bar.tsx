import { useEffect, useState } from "react";
import { Text, useText } from "../lib/text.tsx";
import { announce } from "../ui/announce.tsx";

/** Says calmly that there is no connection, and when it is back. */
export function OfflineBar() {
	const say = useText();
	const [offline, setOffline] = useState(!navigator.onLine);
	useEffect(() => {
		const gone = () => setOffline(true);
		const back = () => {
			setOffline(false);
			announce(say("shell.online-again"));
		};
		addEventListener("offline", gone);
		addEventListener("online", back);
		return () => {
			removeEventListener("offline", gone);
			removeEventListener("online", back);
		};
	}, [say]);
	return (
		<div role="status">
			{offline ? (
				<p className="sp-bar">
					<Text id="shell.offline" />
				</p>
			) : null}
		</div>
	);
}
