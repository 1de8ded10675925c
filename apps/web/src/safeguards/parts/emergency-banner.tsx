import { endEmergency } from "@samenplan/contract/emergencies";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { now } from "../../lib/clock.ts";
import { useAbility, useMe } from "../../lib/me.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.tsx";
import { myEmergenciesQuery } from "../queries.ts";
import "./safeguards.css";

/** Stands above a family that is read in an emergency: how long it stays open, and a way to close it. When the hour is over, so is the page. */
export function EmergencyBanner() {
	const familyId = useFamilyId();
	const me = useMe();
	const mayOpen = useAbility("emergency.open");
	const own = me.families.some(({ id }) => id === familyId);
	const { data } = useQuery({ ...myEmergenciesQuery, enabled: mayOpen && !own });
	const use = data?.emergencies.find((each) => each.familyId === familyId && each.open);
	return use ? <Open id={use.id} untilAt={use.untilAt} /> : null;
}

const millisecondsLeft = (untilAt: string) => new Date(untilAt).getTime() - now().getTime();

function Open({ id, untilAt }: { id: string; untilAt: string }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const go = useNavigate();
	const [left, setLeft] = useState(() => millisecondsLeft(untilAt));
	const leave = (to: string) => {
		// What was read goes from this device with the right to read it.
		queries.removeQueries({ queryKey: ["families", familyId] });
		void queries.invalidateQueries({ queryKey: ["emergencies"] });
		void go(to);
	};
	const over = left <= 0;
	// biome-ignore lint/correctness/useExhaustiveDependencies: leaving happens once, at the moment it is over.
	useEffect(() => {
		if (over) leave("/emergency?over");
	}, [over]);
	useEffect(() => {
		const timer = setInterval(() => setLeft(millisecondsLeft(untilAt)), 5000);
		return () => clearInterval(timer);
	}, [untilAt]);
	const close = useMutation({
		mutationFn: () => call(endEmergency, { params: { emergencyId: id } }),
		onSettled: () => {
			toast({ words: say("safeguards.glass.closed") });
			leave("/emergency");
		},
	});
	return (
		<aside className="sp-glass" aria-label={say("safeguards.glass.banner")}>
			<ShieldAlert aria-hidden="true" />
			<p>
				<b>{say("safeguards.glass.banner")}</b>
				<span>{say("safeguards.glass.left", { minutes: Math.max(0, Math.floor(left / 60_000)) })}</span>
			</p>
			<Button look="soft" size="small" pending={close.isPending} onClick={() => close.mutate()}>
				{say("safeguards.glass.close")}
			</Button>
		</aside>
	);
}
