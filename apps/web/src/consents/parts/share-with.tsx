import { type ShareObject, sharePart } from "@samenplan/contract/shares";
import { fullName } from "@samenplan/language/names";
import { useQuery } from "@tanstack/react-query";
import { Share2 } from "lucide-react";
import { useRef, useState } from "react";
import { Link } from "react-router";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { MoveProblem } from "../../plans/parts/reasons.tsx";
import { useCan, useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Avatar } from "../../ui/person.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { toast } from "../../ui/toast.tsx";
import { sharesQuery } from "../queries.ts";
import { aboutChoices, useReceivers } from "../receivers.ts";
import { SharedList } from "./shared-list.tsx";

/** With whom a part of the plan is shared, and the way to share it with somebody by name. */
export function ShareWith({
	object,
	objectId,
	forPersonId = null,
}: {
	object: ShareObject;
	objectId: string;
	forPersonId?: string | null;
}) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { data } = useQuery(sharesQuery(familyId));
	const receivers = useReceivers();
	const [open, setOpen] = useState(false);
	const shares = (data ?? []).filter((share) => share.objectId === objectId);
	const others = receivers.filter(({ id }) => !shares.some(({ personId }) => personId === id));
	if (!can("share.write") || (shares.length === 0 && others.length === 0)) return null;
	return (
		<div className="sp-stack" data-gap="xs">
			{shares.length > 0 ? <SharedList shares={shares} short /> : null}
			{others.length > 0 ? (
				<div>
					<Button look="quiet" size="small" icon={<Share2 aria-hidden="true" />} onClick={() => setOpen(true)}>
						{say("consent.share")}
					</Button>
				</div>
			) : null}
			{open ? <ShareDialog object={object} objectId={objectId} forPersonId={forPersonId} onClose={() => setOpen(false)} /> : null}
		</div>
	);
}

function ShareDialog({
	object,
	objectId,
	forPersonId,
	onClose,
}: {
	object: ShareObject;
	objectId: string;
	forPersonId: string | null;
	onClose: () => void;
}) {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const plan = usePlan();
	const receivers = useReceivers();
	const share = useFamilyWrite(sharePart);
	const [problem, setProblem] = useState<unknown>();
	const shared = useRef(false);
	const choices = aboutChoices(plan, object, forPersonId);
	const form = useSavingForm({
		defaultValues: { personId: receivers[0]?.id ?? "", aboutPersonId: choices[0]?.id ?? "", untilOn: "" },
		save: async ({ personId, aboutPersonId, untilOn }) => {
			setProblem(undefined);
			try {
				await share.mutateAsync({ params: { familyId }, body: { object, objectId, personId, aboutPersonId, untilOn: untilOn || null } });
				shared.current = true;
			} catch (error) {
				// Said below with the way on; the form keeps what was chosen.
				if (!asProblem(error).reasons?.includes("consent-needed")) throw error;
				setProblem(error);
			}
		},
		onSaved: () => {
			if (!shared.current) return;
			toast({ words: say("consent.share.done") });
			onClose();
		},
	});
	const { personId, aboutPersonId } = form.hook.watch();
	const ask = `/families/${familyId}/consents/new?kind=share&to=${personId}&about=${aboutPersonId}&part=${object}:${objectId}`;
	return (
		<Dialog open onClose={onClose} title={say("consent.share.title")} locked={form.pending}>
			<Form form={form} submit={say("consent.share.submit")}>
				<RadioCards
					label={say("consent.share.who")}
					column="12rem"
					cards={receivers.map((person) => ({
						value: person.id,
						label: fullName(person),
						hint: person.role,
						picture: <Avatar personId={person.id} name={fullName(person)} />,
					}))}
					{...form.choice("personId")}
				/>
				{choices.length > 1 ? (
					<RadioCards
						label={say("consent.ask.about")}
						column="9rem"
						cards={choices.map(({ id, givenName }) => ({ value: id, label: givenName }))}
						{...form.choice("aboutPersonId")}
					/>
				) : null}
				<DateField label={say("consent.until")} hint={say("consent.ask.until-hint")} optional {...form.field("untilOn")} />
			</Form>
			{problem ? (
				<div ref={intoView} className="sp-stack" data-gap="sm">
					<MoveProblem error={problem} />
					{can("consent.ask") ? (
						<ButtonLink to={ask} look="soft">
							{say("consent.share.ask")}
						</ButtonLink>
					) : null}
				</div>
			) : null}
			<p className="sp-hint">
				<Link className="sp-link" to={`/families/${familyId}/consents`}>
					{say("consent.share.all")}
				</Link>
			</p>
		</Dialog>
	);
}

/** What stands in the way appears below the button: a small screen moves there by itself. */
const intoView = (element: HTMLElement | null) => element?.scrollIntoView({ block: "nearest" });
