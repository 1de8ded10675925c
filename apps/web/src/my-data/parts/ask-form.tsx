import type { EndpointResponse } from "@samenplan/contract/endpoint";
import { type listMyRequests, makeRequest, type requestKinds } from "@samenplan/contract/requests";
import { nameList } from "@samenplan/language/names";
import { useQueryClient } from "@tanstack/react-query";
import { Eraser, Eye, MessageSquareQuote } from "lucide-react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Notice } from "../../ui/notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type May = EndpointResponse<typeof listMyRequests>["may"];
type Kind = (typeof requestKinds)[number];
type Asked = { kind: Kind | ""; askerId: string; aboutPersonId: string; words: string };
const pictures = { inspection: Eye, correction: MessageSquareQuote, destruction: Eraser } as const;

/**
 * To see, correct or destroy: only what this person may ask, about whom they may ask it. `me` is the reader; for the coordinator,
 * who writes it down for somebody, there is a choice of who asks.
 */
export function AskForm({ may, me }: { may: May; me: string | undefined }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const askers = [...new Map(may.map(({ asker }) => [asker.id, asker])).values()];
	const chosenOf = (values: Asked) => {
		const choices = may.filter(({ asker, kind }) => asker.id === values.askerId && kind === values.kind);
		return choices.find(({ about }) => about.id === values.aboutPersonId) ?? choices[0];
	};
	const form = useSavingForm<Asked>({
		defaultValues: { kind: "", askerId: me ?? askers[0]?.id ?? "", aboutPersonId: "", words: "" },
		draft: { familyId, field: "request" },
		save: (values) =>
			call(makeRequest, {
				params: { familyId },
				body: {
					kind: values.kind as Kind,
					aboutPersonId: chosenOf(values)?.about.id ?? "",
					words: values.words,
					...(values.askerId !== me && { askerId: values.askerId }),
				},
			}),
		onSaved: () => {
			toast({ words: say("my-data.ask.sent") });
			void queries.invalidateQueries({ queryKey: ["families", familyId, "requests"] });
		},
	});
	const values = form.hook.watch();
	const { kind } = values;
	const ofAsker = may.filter(({ asker }) => asker.id === values.askerId);
	const choices = ofAsker.filter((each) => each.kind === kind);
	const kinds = (["inspection", "correction", "destruction"] as const).filter((each) => ofAsker.some((one) => one.kind === each));
	const chosen = chosenOf(values);
	if (may.length === 0) return <p>{say("my-data.ask.nothing")}</p>;
	return (
		<Form form={form} submit={say("my-data.ask.send")} submitLook={kind === "destruction" ? "danger" : "primary"}>
			{me === undefined ? (
				<Select
					label={say("my-data.ask.for")}
					options={askers.map(({ id, name }) => ({ value: id, label: name }))}
					{...form.field("askerId")}
				/>
			) : null}
			<RadioCards
				label={say("my-data.ask.kind")}
				column="16rem"
				cards={kinds.map((each) => {
					const Picture = pictures[each];
					return {
						value: each,
						label: say(`my-data.ask.${each}`),
						hint: say(`my-data.ask.${each}-hint`),
						picture: <Picture aria-hidden="true" />,
					};
				})}
				{...form.choice("kind")}
			/>
			{choices.length > 1 ? (
				<Select
					label={say("my-data.ask.about")}
					options={choices.map(({ about }) => ({ value: about.id, label: about.id === me ? say("my-data.ask.me") : about.name }))}
					value={chosen?.about.id ?? ""}
					onChange={(event) => form.hook.setValue("aboutPersonId", event.target.value)}
				/>
			) : null}
			{chosen && chosen.together.length > 0 ? (
				<Notice>{say("my-data.ask.together", { names: nameList(chosen.together, locale) })}</Notice>
			) : null}
			{kind === "" ? null : <TextArea label={say("my-data.ask.words")} rows={3} optional {...form.field("words")} />}
		</Form>
	);
}
