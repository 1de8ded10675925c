import { endShield, type Shield, setShield, shieldWhats } from "@samenplan/contract/shields";
import { Home, Phone, ShieldCheck, ShieldPlus } from "lucide-react";
import { useState } from "react";
import { term } from "../../lib/terms.ts";
import { Text, useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section, Stack } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { Select } from "../../ui/select.tsx";
import { toast } from "../../ui/toast.tsx";
import { useShields } from "../queries.ts";
import "../audience.css";

const pictures = { address: <Home />, reach: <Phone />, both: <ShieldCheck /> };

/**
 * What is kept from one named person: an address, or telephone and e-mail. `personId`: of one person alone. Nobody sees here what is
 * kept from themselves; who may not keep anything sees nothing at all.
 */
export function Shields({ personId, me }: { personId?: string; me: string }) {
	const say = useText();
	const familyId = useFamilyId();
	const { data } = useShields();
	const end = useFamilyWrite(endShield);
	const [adding, setAdding] = useState(false);
	const whose = data?.people.filter(({ id }) => personId === undefined || id === personId) ?? [];
	if (!data || whose.length === 0) return null;
	const nameOf = (id: string) =>
		data.from.find((person) => person.id === id)?.name ?? data.people.find((person) => person.id === id)?.name ?? "";
	const shields = data.shields.filter((shield) => personId === undefined || shield.personId === personId);
	const words = ({ personId: owner, what, fromPersonId }: Shield) =>
		owner === me
			? say(`audience.shield.own.${what}`, { from: nameOf(fromPersonId) })
			: say(`audience.shield.of.${what}`, { name: nameOf(owner), from: nameOf(fromPersonId) });
	return (
		<Section title={say("audience.shield.title")} intro={say("audience.shield.intro")}>
			<Stack gap="md">
				{shields.length > 0 ? (
					<ul className="as-list">
						{shields.map((shield) => (
							<li key={shield.id} className="shield-row">
								<p>
									<ShieldCheck aria-hidden="true" />
									<span>{words(shield)}</span>
								</p>
								<Button
									look="quiet"
									size="small"
									pending={end.isPending && end.variables?.params.shieldId === shield.id}
									onClick={() =>
										end.mutate(
											{ params: { familyId, shieldId: shield.id } },
											{ onSuccess: () => toast({ words: say("audience.shield.ended") }) },
										)
									}
								>
									{say("audience.shield.end")}
									<span className="sp-hidden"> {words(shield)}</span>
								</Button>
							</li>
						))}
					</ul>
				) : null}
				{end.error ? <ProblemNotice error={end.error} /> : null}
				<div>
					<Button look="soft" icon={<ShieldPlus aria-hidden="true" />} onClick={() => setAdding(true)}>
						{say("audience.shield.add")}
					</Button>
				</div>
			</Stack>
			{adding ? <ShieldDialog whose={whose} from={data.from} me={me} onClose={() => setAdding(false)} /> : null}
		</Section>
	);
}

type Named = { id: string; name: string };
type Values = { personId: string; what: Shield["what"]; fromPersonId: string };

function ShieldDialog({ whose, from, me, onClose }: { whose: readonly Named[]; from: readonly Named[]; me: string; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const set = useFamilyWrite(setShield);
	const first = whose.find(({ id }) => id === me) ?? whose[0];
	const form = useSavingForm<Values>({
		defaultValues: { personId: first?.id ?? "", what: "address", fromPersonId: "" },
		save: (body) => set.mutateAsync({ params: { familyId }, body }),
		onSaved: () => {
			toast({ words: say("audience.shield.set") });
			onClose();
		},
	});
	const owner = form.hook.watch("personId");
	const fromPersonId = form.hook.watch("fromPersonId");
	const fromName = from.find(({ id }) => id === fromPersonId)?.name;
	const options = (people: readonly Named[]) =>
		people.map(({ id, name }) => ({ value: id, label: id === me ? say("audience.myself") : name }));
	return (
		<Dialog open onClose={onClose} title={say("audience.shield.add")}>
			<Form form={form} submit={say("audience.shield.save")}>
				{whose.length > 1 ? <Select label={say("audience.shield.whose")} options={options(whose)} {...form.field("personId")} /> : null}
				<RadioCards<Shield["what"]>
					label={say("audience.shield.what")}
					column="12rem"
					cards={shieldWhats.map((value) => ({ value, label: say(term("shieldWhats", value)), picture: pictures[value] }))}
					{...form.choice("what")}
				/>
				<Select
					label={say("audience.shield.from")}
					emptyLabel={say("audience.shield.choose")}
					options={from.filter(({ id }) => id !== owner && id !== me).map(({ id, name }) => ({ value: id, label: name }))}
					{...form.field("fromPersonId")}
				/>
				<p className="sp-hint">
					<Text id={fromName ? "audience.shield.means" : "audience.shield.means-somebody"} values={{ from: fromName ?? "" }} />
				</p>
			</Form>
		</Dialog>
	);
}
