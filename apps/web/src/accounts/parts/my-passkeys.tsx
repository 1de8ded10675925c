import { addPasskey, askNewPasskey, type MySignIn, removePasskey } from "@samenplan/contract/second-factors";
import { dayInWords, dayOf } from "@samenplan/language/dates";
import { Fingerprint } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { passkeysArePossible, thisDevice } from "../this-device.ts";
import { useChangeMine } from "../use-change-mine.ts";
import { WayProblem } from "./way-problem.tsx";

/** My passkeys: add one on this device, remove one. */
export function MyPasskeys({ mine }: { mine: MySignIn }) {
	const say = useText();
	const { locale } = useIntl();
	const [stopped, setStopped] = useState(false);
	const add = useChangeMine(async () => {
		setStopped(false);
		const [challenge, { makePasskey }] = await Promise.all([call(askNewPasskey), import("../../lib/passkey.ts")]);
		const made = await makePasskey(challenge);
		setStopped(!made);
		return made ? call(addPasskey, { body: { ...made, name: thisDevice() } }) : "stopped";
	}, say("sign-in.passkeys.added"));
	const remove = useChangeMine((passkeyId: string) => call(removePasskey, { params: { passkeyId } }), say("sign-in.removed"));
	return (
		<Section title={say("sign-in.passkeys.title")} intro={<Text id="sign-in.passkeys.intro" />}>
			{mine.passkeys.length > 0 ? (
				<ul className="sp-ways">
					{mine.passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
						<li key={id}>
							<span>
								{name || say("sign-in.passkeys.one")}
								<small>
									{lastUsedAt
										? say("sign-in.last-used", { day: dayInWords(dayOf(lastUsedAt), locale) })
										: say("sign-in.since", { day: dayInWords(dayOf(createdAt), locale) })}
								</small>
							</span>
							<Button look="quiet" size="small" pending={remove.isPending && remove.variables === id} onClick={() => remove.mutate(id)}>
								{say("sign-in.remove")}
								<span className="sp-hidden">: {name || say("sign-in.passkeys.one")}</span>
							</Button>
						</li>
					))}
				</ul>
			) : null}
			{remove.error ? <WayProblem error={remove.error} /> : null}
			{add.error ? <ProblemNotice error={add.error} /> : null}
			{stopped ? (
				<Notice live>
					<p>
						<Text id="sign-in.passkey-stopped" />
					</p>
				</Notice>
			) : null}
			<div>
				{passkeysArePossible() ? (
					<Button look="soft" icon={<Fingerprint aria-hidden="true" />} pending={add.isPending} onClick={() => add.mutate()}>
						{say("sign-in.passkeys.add")}
					</Button>
				) : (
					<p className="sp-hint">
						<Text id="sign-in.passkeys.not-here" />
					</p>
				)}
			</div>
		</Section>
	);
}
