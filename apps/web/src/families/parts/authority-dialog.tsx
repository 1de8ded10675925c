import { authorityHolds, recordAuthority } from "@samenplan/contract/families";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { useRef, useState } from "react";
import { useIntl } from "react-intl";
import { now } from "../../lib/clock.ts";
import { useText } from "../../lib/text.tsx";
import type { Family, Person } from "../../people/kinship.ts";
import { type Difference, RecordConflict } from "../../people/parts/record-conflict.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

type Authority = Family["authorities"][number];
type Values = { holds: Authority["holds"]; source: string; recordedOn: string };
const sources = ["families.authority.source-register", "families.authority.source-court", "families.authority.source-parents"] as const;

/** Whether one parent has authority over one child, where that was seen and when. */
export function AuthorityDialog({
	parent,
	child,
	fact,
	seenIn,
	onClose,
}: {
	parent: Person;
	child: Person;
	fact: Authority | undefined;
	/** Where the authority over another child of this family was seen: most often the same place. */
	seenIn: string;
	onClose: () => void;
}) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const record = useFamilyWrite(recordAuthority);
	const version = useRef(fact?.version ?? null);
	const [theirs, setTheirs] = useState<Authority>();
	const names = { parent: parent.givenName, child: child.givenName };
	const today = dayOf(now());
	const form = useSavingForm<Values>({
		defaultValues: { holds: fact?.holds ?? "unknown", source: fact?.source ?? seenIn, recordedOn: fact?.recordedOn ?? today },
		draft: { familyId, field: `authority.${parent.id}.${child.id}` },
		save: ({ holds, source, recordedOn }) =>
			record.mutateAsync({
				params: { familyId },
				body: { parentId: parent.id, childId: child.id, holds, source, recordedOn: recordedOn || null, version: version.current },
			}),
		onSaved: () => {
			toast({ words: say("families.authority.saved") });
			onClose();
		},
		onConflict: (current) => setTheirs((current as Authority | null) ?? undefined),
	});
	const holds = form.hook.watch("holds");
	const mine = form.hook.getValues();
	const differences: Difference[] | undefined =
		theirs &&
		[
			{
				label: say("families.authority.title"),
				mine: say(`families.authority.short.${mine.holds}`),
				theirs: say(`families.authority.short.${theirs.holds}`),
			},
			{ label: say("families.authority.source"), mine: mine.source, theirs: theirs.source },
			{
				label: say("families.authority.recorded-on"),
				mine: mine.recordedOn && dateInWords(mine.recordedOn, locale),
				theirs: theirs.recordedOn ? dateInWords(theirs.recordedOn, locale) : "",
			},
		].filter((each) => each.mine !== each.theirs);
	return (
		<>
			<Dialog open={!theirs} onClose={onClose} title={say("families.authority.of", names)} locked={form.pending}>
				<Form form={form} submit={say("ui.save")}>
					<RadioCards
						label={say("families.authority.holds", names)}
						column="12rem"
						cards={authorityHolds.map((value) => ({
							value,
							label: say(`families.authority.short.${value}`),
							hint: say(`families.authority.${value}-hint`, names),
						}))}
						{...form.choice("holds")}
					/>
					{holds === "unknown" ? null : (
						<>
							<TextField
								label={say("families.authority.source")}
								hint={say("families.authority.source-hint")}
								optional={holds === "no"}
								list="authority-sources"
								autoComplete="off"
								{...form.field("source")}
							/>
							<datalist id="authority-sources">
								{sources.map((key) => (
									<option key={key} value={say(key)} />
								))}
							</datalist>
							<DateField
								label={say("families.authority.recorded-on")}
								max={today}
								optional={holds === "no"}
								defaultValue={form.hook.getValues("recordedOn")}
								{...form.field("recordedOn")}
							/>
						</>
					)}
				</Form>
			</Dialog>
			<RecordConflict
				differences={differences}
				pending={form.pending}
				onClose={() => setTheirs(undefined)}
				onMine={() => {
					version.current = theirs?.version ?? version.current;
					setTheirs(undefined);
					form.submit();
				}}
				onTheirs={onClose}
			/>
		</>
	);
}
