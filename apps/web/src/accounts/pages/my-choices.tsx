import { chooseMine, type Me } from "@samenplan/contract/accounts";
import { catalogueLanguageOf, catalogueLanguages } from "@samenplan/language/catalogue";
import { fullName } from "@samenplan/language/names";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { BellRing, FolderLock, KeyRound, LogOut } from "lucide-react";
import { useSignOut } from "../../app/sign-out.ts";
import { call } from "../../lib/api.ts";
import { meQuery, useMe } from "../../lib/me.ts";
import { messagesNow, showLanguage } from "../../lib/messages.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Switch } from "../../ui/choice.tsx";
import { Page, PageTitle, Row, Section } from "../../ui/layout.tsx";
import { PersonName } from "../../ui/person.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { toast } from "../../ui/toast.tsx";

const readingChoices = ["easyText", "pictures", "readAloud", "largeLetters"] as const;

/** How I like to read. Every choice takes effect at once and can be taken back the same way. */
export default function MyChoicesPage() {
	const say = useText();
	const me = useMe();
	const queries = useQueryClient();
	const signOut = useSignOut();
	const choose = useMutation({
		mutationFn: (choices: Pick<Me, "language" | "reading">) => call(chooseMine, { body: choices }),
		onMutate: (choices) => {
			const before = queries.getQueryData(meQuery.queryKey);
			queries.setQueryData(meQuery.queryKey, (now) => now && { ...now, ...choices });
			return { before };
		},
		onError: (_error, _choices, context) => queries.setQueryData(meQuery.queryKey, context?.before),
		onSuccess: async (saved) => {
			queries.setQueryData(meQuery.queryKey, saved);
			// A new language shows by itself; its words are not here yet to say so.
			if (catalogueLanguageOf(saved.language) === messagesNow().language) toast({ words: say("accounts.choices.saved") });
			await showLanguage(catalogueLanguageOf(saved.language));
		},
	});
	const name = fullName(me.person);
	const ofMine = me.families.find(({ abilities }) => abilities.includes("my_data.export"));
	return (
		<Page width="text">
			<PageTitle title={say("accounts.choices.title")} intro={<Text id="accounts.choices.intro" />} />
			{choose.error ? <ProblemNotice error={choose.error} /> : null}
			<Section title={say("accounts.choices.reading")}>
				<div>
					{readingChoices.map((choice) => (
						<Switch
							key={choice}
							label={say(`accounts.choices.${choice}`)}
							hint={say(`accounts.choices.${choice}-hint`)}
							checked={me.reading[choice]}
							onChange={(event) => choose.mutate({ language: me.language, reading: { ...me.reading, [choice]: event.target.checked } })}
						/>
					))}
				</div>
			</Section>
			<RadioCards
				name="language"
				label={say("accounts.choices.language")}
				cards={catalogueLanguages.map((language) => ({ value: language, label: say(`accounts.language.${language}`) }))}
				value={catalogueLanguageOf(me.language)}
				onValue={(language) => choose.mutate({ language, reading: me.reading })}
			/>
			<Section title={say("accounts.choices.account")}>
				<PersonName personId={me.person.id} name={name} note={me.organisation} />
				<Row gap="sm">
					<ButtonLink to="/me/messages" look="soft" icon={<BellRing aria-hidden="true" />}>
						{say("reminders.mine.title")}
					</ButtonLink>
					<ButtonLink to="/me/sign-in" look="soft" icon={<KeyRound aria-hidden="true" />}>
						{say("sign-in.mine.title")}
					</ButtonLink>
					{ofMine ? (
						<ButtonLink to={`/families/${ofMine.id}/my-data`} look="soft" icon={<FolderLock aria-hidden="true" />}>
							{say("my-data.home")}
						</ButtonLink>
					) : null}
					<Button look="soft" icon={<LogOut aria-hidden="true" />} onClick={() => void signOut()}>
						{say("shell.sign-out")}
					</Button>
				</Row>
			</Section>
		</Page>
	);
}
