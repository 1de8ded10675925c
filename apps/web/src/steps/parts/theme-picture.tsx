import type { Theme } from "@samenplan/contract/steps";
import {
	Baby,
	BriefcaseBusiness,
	GraduationCap,
	HeartPulse,
	House,
	PiggyBank,
	Scale,
	ShieldCheck,
	Smile,
	UserRound,
	Users,
} from "lucide-react";

const pictures = {
	daily_care: Baby,
	child_behaviour: Smile,
	parent_behaviour: UserRound,
	safety: ShieldCheck,
	social_surroundings: Users,
	learning: GraduationCap,
	money: PiggyBank,
	housing: House,
	work: BriefcaseBusiness,
	health: HeartPulse,
	law: Scale,
} satisfies Record<Theme, unknown>;

/** The picture of a theme; always the same one. Its name stands beside it. */
export function ThemePicture({ theme }: { theme: Theme }) {
	const Picture = pictures[theme];
	return <Picture aria-hidden="true" />;
}
