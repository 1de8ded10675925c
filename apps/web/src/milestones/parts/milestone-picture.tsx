import type { MilestoneKind } from "@samenplan/contract/milestones";
import { Baby, Backpack, Cake, HouseHeart, Sparkles, Split, ToyBrick } from "lucide-react";

/** Always the same picture for the same thing. */
const pictures: Record<MilestoneKind, typeof Cake> = {
	day_care: ToyBrick,
	age_4: Cake,
	age_12: Cake,
	age_16: Cake,
	age_18: Cake,
	school_change: Backpack,
	move: HouseHeart,
	birth: Baby,
	separation: Split,
	other: Sparkles,
};

export function MilestonePicture({ kind }: { kind: MilestoneKind }) {
	const Picture = pictures[kind];
	return <Picture aria-hidden="true" />;
}
