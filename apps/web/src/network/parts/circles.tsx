import type { NetworkTie } from "@samenplan/contract/network";
import { BatteryLow, HandHeart, Plus } from "lucide-react";
import { type CSSProperties, useState } from "react";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/layout.tsx";
import { EmptyState } from "../../ui/notice.tsx";
import { Avatar } from "../../ui/person.tsx";
import { TieDialog } from "./tie-dialog.tsx";
import "../network.css";

const rings = [1, 2, 3] as const;

/**
 * People around the family in three circles. One list in the order of closeness for keyboard and ear; where there is room it stands
 * as circles, on a phone below each other.
 */
export function Circles() {
	const say = useText();
	const can = useCan();
	const { networkTies, family } = usePlan();
	const [open, setOpen] = useState<string>();
	const chosen = networkTies.find(({ id }) => id === open);
	const add = can("network.write") ? (
		<Button icon={<Plus aria-hidden="true" />} look={networkTies.length > 0 ? "soft" : "primary"} onClick={() => setOpen("new")}>
			{say("network.add")}
		</Button>
	) : null;
	return (
		<Section
			title={say("network.people")}
			intro={networkTies.length > 0 ? say("network.people-intro") : undefined}
			actions={networkTies.length > 0 ? add : null}
		>
			{networkTies.length === 0 ? (
				<EmptyState picture={<HandHeart />} title={say("network.none")} level={3} actions={add}>
					{say("network.none-words")}
				</EmptyState>
			) : (
				<div className="circles">
					<div className="circles-grounds" aria-hidden="true">
						<span />
						<span />
						<span />
					</div>
					<p className="circles-us">
						<b>{say("network.us")}</b>
						<span className="sp-hidden">{family.name}</span>
					</p>
					{rings.map((ring) => {
						const ties = networkTies.filter(({ closeness }) => closeness === ring);
						if (ties.length === 0) return null;
						return (
							<section key={ring} className="circles-ring" data-ring={ring}>
								<h3>{say(`network.close.${ring}`)}</h3>
								<ul>
									{ties.map((tie, index) => (
										<li key={tie.id} style={placeOf(ring, index, ties.length)}>
											<Tie tie={tie} onOpen={can("network.write") ? () => setOpen(tie.id) : undefined} />
										</li>
									))}
								</ul>
							</section>
						);
					})}
				</div>
			)}
			<TieDialog key={open} tie={chosen} open={open === "new" || chosen !== undefined} onClose={() => setOpen(undefined)} />
		</Section>
	);
}

function Tie({ tie, onOpen }: { tie: NetworkTie; onOpen?: () => void }) {
	const say = useText();
	const content = (
		<>
			<Avatar personId={tie.id} name={tie.name} size="3rem" />
			<span className="tie-words">
				<b>{tie.name}</b>
				<small>{say(term("tieKinds", tie.kind))}</small>
				{tie.givesSupport ? (
					<small className="tie-support">
						<HandHeart aria-hidden="true" />
						{say("network.support")}
					</small>
				) : null}
				{tie.costsEnergy ? (
					<small className="tie-strain">
						<BatteryLow aria-hidden="true" />
						{say("network.strain")}
					</small>
				) : null}
				{tie.text ? <span className="tie-text">{tie.text}</span> : null}
			</span>
		</>
	);
	return onOpen ? (
		<button type="button" className="tie" onClick={onOpen}>
			{content}
		</button>
	) : (
		<div className="tie">{content}</div>
	);
}

/** Where on its circle somebody stands, as fractions of the picture; each circle begins a little further round. */
function placeOf(ring: 1 | 2 | 3, index: number, count: number): CSSProperties {
	const radius = { 1: 0.17, 2: 0.315, 3: 0.445 }[ring];
	const turn = { 1: -0.08, 2: 0.12, 3: 0 }[ring];
	const angle = 2 * Math.PI * (index / count + turn) - Math.PI / 2;
	return {
		"--x": `${(50 + 100 * radius * 1.02 * Math.cos(angle)).toFixed(2)}%`,
		"--y": `${(50 + 100 * radius * Math.sin(angle)).toFixed(2)}%`,
	} as CSSProperties;
}
