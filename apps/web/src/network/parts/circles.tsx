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
									{ties.map((tie) => (
										<li key={tie.id} style={placeOf(ring, networkTies.indexOf(tie))}>
											<Tie tie={tie} onOpen={can("network.write") ? () => setOpen(tie.id) : undefined} />
										</li>
									))}
								</ul>
							</section>
						);
					})}
					<p className="circles-legend" aria-hidden="true">
						<span className="tie-support">
							<HandHeart />
							{say("network.support")}
						</span>
						<span className="tie-strain">
							<BatteryLow />
							{say("network.strain")}
						</span>
					</p>
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
				<small className="tie-kind">{say(term("tieKinds", tie.kind))}</small>
				<span className="tie-feel">
					{tie.givesSupport ? (
						<small className="tie-support">
							<HandHeart aria-hidden="true" />
							<span>{say("network.support")}</span>
						</small>
					) : null}
					{tie.costsEnergy ? (
						<small className="tie-strain">
							<BatteryLow aria-hidden="true" />
							<span>{say("network.strain")}</span>
						</small>
					) : null}
				</span>
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

/** The angle between one person and the next: the golden one, so that neighbours in the list never stand behind each other. */
const turn = Math.PI * (3 - Math.sqrt(5));

/** Where on its circle somebody stands, as percentages of the picture. */
function placeOf(ring: 1 | 2 | 3, index: number): CSSProperties {
	const radius = { 1: 19, 2: 32, 3: 44 }[ring];
	const angle = index * turn - Math.PI * 0.62;
	return {
		"--x": `${(50 + radius * Math.cos(angle)).toFixed(2)}%`,
		"--y": `${(50 + radius * Math.sin(angle)).toFixed(2)}%`,
	} as CSSProperties;
}
