import { safetyKinds, type View } from "@samenplan/contract/steps";
import { HeartHandshake, House, PersonStanding, ShieldCheck, UsersRound } from "lucide-react";
import { term } from "../../../lib/terms.ts";
import { useText } from "../../../lib/text.tsx";
import { ViewQuote } from "../../parts/view-quote.tsx";

export type SafetyKind = (typeof safetyKinds)[number];

const pictures = { physical_material: House, emotional: HeartHandshake, sexual: PersonStanding, context: UsersRound };

/** The picture of a kind of safety; always the same one. Its name stands beside it. */
export function SafetyKindPicture({ kind }: { kind: SafetyKind }) {
	const Picture = pictures[kind];
	return <Picture aria-hidden="true" />;
}

/** What was said about being safe, kind by kind, so that it shows which one nobody has spoken about yet. */
export function SafetyByKind({ views }: { views: readonly View[] }) {
	const say = useText();
	const general = views.filter(({ safetyKind }) => !safetyKind);
	return (
		<div className="step-safety">
			{general.length > 0 ? (
				<fieldset className="step-safety-kind">
					<legend>
						<ShieldCheck aria-hidden="true" />
						{say("strengths.safety-any")}
					</legend>
					{general.map((view) => (
						<ViewQuote key={view.id} view={view} />
					))}
				</fieldset>
			) : null}
			{safetyKinds.map((kind) => {
				const here = views.filter(({ safetyKind }) => safetyKind === kind);
				return (
					<fieldset key={kind} className="step-safety-kind">
						<legend>
							<SafetyKindPicture kind={kind} />
							{say(term("safetyKinds", kind))}
						</legend>
						{here.length === 0 ? <p className="sp-hint">{say("strengths.safety-untold")}</p> : null}
						{here.map((view) => (
							<ViewQuote key={view.id} view={view} />
						))}
					</fieldset>
				);
			})}
		</div>
	);
}
