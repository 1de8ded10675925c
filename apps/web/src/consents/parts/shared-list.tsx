import { endShare, type Share } from "@samenplan/contract/shares";
import { nameList } from "@samenplan/language/names";
import { BookOpen } from "lucide-react";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import { toast } from "../../ui/toast.tsx";
import "../consents.css";

/** What is shared with whom, each with one button to stop it. `short`: where the words of the part stand beside it already. */
export function SharedList({ shares, short }: { shares: readonly Share[]; short?: boolean }) {
	const say = useText();
	const can = useCan();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const end = useFamilyWrite(endShare);
	return (
		<>
			{end.error ? <ProblemNotice error={end.error} /> : null}
			<ul className="share-list">
				{shares.map((share) => {
					const words = share.object === "plan_version" ? say("consent.version", { number: share.words }) : share.words;
					return (
						<li key={share.id}>
							<BookOpen aria-hidden="true" />
							<span className="share-words">
								{short ? (
									say("consent.shared.with-short", { name: share.name })
								) : (
									<>
										<b>{words}</b>
										<small>{say("consent.shared.with", { name: share.name, what: say(term("shareObjects", share.object)) })}</small>
									</>
								)}
								{share.missing.length > 0 ? (
									<small>{say("consent.shared.missing", { names: nameList(share.missing, locale) })}</small>
								) : null}
							</span>
							{share.open ? null : <StateBadge tone="neutral">{say("consent.shared.closed")}</StateBadge>}
							{can("share.write") ? (
								<Button
									look="soft"
									size="small"
									pending={end.isPending && end.variables.params.shareId === share.id}
									aria-label={say("consent.shared.stop-of", { name: share.name, words })}
									onClick={() =>
										end.mutate(
											{ params: { familyId, shareId: share.id } },
											{ onSuccess: () => toast({ words: say("consent.shared.stopped", { name: share.name }) }) },
										)
									}
								>
									{say("consent.shared.stop")}
								</Button>
							) : null}
						</li>
					);
				})}
			</ul>
		</>
	);
}
