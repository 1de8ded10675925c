import { readWordsForMe, type WordsForMe as Words } from "@samenplan/contract/audience";
import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Section, Stack } from "../../ui/layout.tsx";
import { PersonName, Quote } from "../../ui/person.tsx";

type Contacts = EndpointResponse<typeof readWordsForMe>["contacts"];

/**
 * For somebody who does not read the plan: words for them by name or for everyone involved, and how to reach people. Nothing when
 * there are none. Views and comments stand elsewhere on the page of one's own part.
 */
export function WordsForMe() {
	const familyId = useFamilyId();
	const { data } = useQuery({
		queryKey: ["families", familyId, "words-for-me"],
		queryFn: ({ signal }) => call(readWordsForMe, { params: { familyId }, signal }),
	});
	if (!data) return null;
	return <WordsAndContacts {...data} words={data.words.filter(({ kind }) => kind !== "view" && kind !== "comment")} />;
}

/** The same, as already read. */
export function WordsAndContacts({ words, contacts }: { words: Words; contacts: Contacts }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<>
			{words.length > 0 ? (
				<Section title={say("audience.words-for-me")}>
					<Stack gap="lg">
						{words.map((one) => (
							<Quote
								key={one.id}
								personId={one.writtenBy}
								name={one.writer}
								note={[one.title, dateInWords(dayOf(one.createdAt), locale)].filter(Boolean).join(" · ")}
							>
								<span lang={one.language ?? undefined}>{one.text}</span>
							</Quote>
						))}
					</Stack>
				</Section>
			) : null}
			{contacts.length > 0 ? (
				<Section title={say("audience.contacts")}>
					<ul className="as-list">
						{contacts.map(({ personId, name, phone, email, reachNote }) => (
							<li key={personId}>
								<PersonName personId={personId} name={name} note={[phone, email, reachNote].filter(Boolean).join(" · ")} />
							</li>
						))}
					</ul>
				</Section>
			) : null}
		</>
	);
}
