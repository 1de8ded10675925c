import { type ShareObject, sharePart } from "@samenplan/contract/shares";
import { fullName } from "@samenplan/language/names";
import { useQuery } from "@tanstack/react-query";
import { Share2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Loading } from "../../ui/notice.tsx";
import { Avatar } from "../../ui/person.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { toast } from "../../ui/toast.tsx";
import { shareNeedsQuery, sharesQuery } from "../queries.ts";
import { useReceivers } from "../receivers.ts";
import { ShareNeeds } from "./share-needs.tsx";
import { SharedList } from "./shared-list.tsx";

/** With whom a part of the plan is shared, and the way to share it with somebody by name. */
export function ShareWith({ object, objectId }: { object: ShareObject; objectId: string }) {
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
			{open ? <ShareDialog object={object} objectId={objectId} onClose={() => setOpen(false)} /> : null}
		</div>
	);
}

function ShareDialog({ object, objectId, onClose }: { object: ShareObject; objectId: string; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const receivers = useReceivers();
	const share = useFamilyWrite(sharePart);
	const form = useSavingForm({
		defaultValues: { personId: receivers[0]?.id ?? "", untilOn: "" },
		save: ({ personId, untilOn }) =>
			share.mutateAsync({ params: { familyId }, body: { object, objectId, personId, untilOn: untilOn || null } }),
		onSaved: () => {
			toast({ words: say("consent.share.done") });
			onClose();
		},
	});
	const { personId } = form.hook.watch();
	const needs = useQuery(shareNeedsQuery(familyId, { personId, object, objectId }));
	const missing = (needs.data ?? []).filter(({ state }) => state !== "stands" && state !== "yours");
	const who = (
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
	);
	return (
		<Dialog open onClose={onClose} title={say("consent.share.title")} locked={form.pending}>
			{needs.isPending || missing.length > 0 ? (
				<div className="sp-stack" data-gap="lg">
					{who}
					{needs.isPending ? <Loading /> : <ShareNeeds needs={needs.data ?? []} part={{ object, objectId }} personId={personId} />}
				</div>
			) : (
				<Form form={form} submit={say("consent.share.submit")}>
					{who}
					<DateField label={say("consent.until")} hint={say("consent.ask.until-hint")} optional {...form.field("untilOn")} />
				</Form>
			)}
			<p className="sp-hint">
				<Link className="sp-link" to={`/families/${familyId}/consents`}>
					{say("consent.share.all")}
				</Link>
			</p>
		</Dialog>
	);
}
