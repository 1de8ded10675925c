import { addPasskey, askNewPasskey } from "@samenplan/contract/second-factors";
import { useQuery } from "@tanstack/react-query";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { Navigate, useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ChangeEmail } from "../parts/my-email.tsx";
import { mySignInQuery } from "../queries.ts";
import { passkeysArePossible, thisDevice } from "../this-device.ts";
import { useChangeMine } from "../use-change-mine.ts";

/** After a card, which works once: how to come back next time. Both are offers; "not now" is as good. */
export default function NextTimePage() {
	const { data: mine, error } = useQuery(mySignInQuery);
	const [passkeyDone, setPasskeyDone] = useState(!passkeysArePossible());
	const navigate = useNavigate();
	const home = () => navigate("/", { replace: true });
	if (error) return <Navigate replace to="/" />;
	if (!mine)
		return (
			<Page width="text">
				<Loading />
			</Page>
		);
	if (!passkeyDone && mine.passkeys.length === 0) return <OfferPasskey onDone={() => setPasskeyDone(true)} />;
	if (!mine.email) return <OfferEmail onDone={home} />;
	return <Navigate replace to="/" />;
}

function OfferPasskey({ onDone }: { onDone: () => void }) {
	const say = useText();
	const [stopped, setStopped] = useState(false);
	const add = useChangeMine(async () => {
		setStopped(false);
		const [challenge, { makePasskey }] = await Promise.all([call(askNewPasskey), import("../../lib/passkey.ts")]);
		const made = await makePasskey(challenge);
		if (!made) {
			setStopped(true);
			return "stopped";
		}
		await call(addPasskey, { body: { ...made, name: thisDevice() } });
		onDone();
	}, say("sign-in.passkeys.added"));
	return (
		<Page width="text">
			<PageTitle title={say("sign-in.next-time.passkey")} intro={<Text id="sign-in.next-time.passkey-words" />} />
			{add.error ? <ProblemNotice error={add.error} /> : null}
			{stopped ? (
				<Notice live>
					<p>
						<Text id="sign-in.passkey-stopped" />
					</p>
				</Notice>
			) : null}
			<div className="sp-stack" data-gap="sm">
				<Button wide icon={<Fingerprint aria-hidden="true" />} pending={add.isPending} onClick={() => add.mutate()}>
					{say("sign-in.next-time.yes")}
				</Button>
				<Button wide look="quiet" onClick={onDone}>
					{say("sign-in.next-time.no")}
				</Button>
			</div>
		</Page>
	);
}

function OfferEmail({ onDone }: { onDone: () => void }) {
	const say = useText();
	return (
		<Page width="text">
			<PageTitle title={say("sign-in.next-time.email")} intro={<Text id="sign-in.next-time.email-words" />} />
			<ChangeEmail onDone={onDone} />
			<Button wide look="quiet" onClick={onDone}>
				{say("sign-in.next-time.no")}
			</Button>
		</Page>
	);
}
