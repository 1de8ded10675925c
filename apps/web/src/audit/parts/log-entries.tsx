import type { LogEntry } from "@samenplan/contract/audit-log";
import { dateInWords, dayOf, timeInWords } from "@samenplan/language/dates";
import { useIntl } from "react-intl";
import { term } from "../../lib/terms.ts";
import { type Say, useText } from "../../lib/text.tsx";
import { StateBadge } from "../../ui/state-badge.tsx";
import type { Criteria } from "../queries.ts";
import { objectWords } from "./object-words.ts";

const columns = ["when", "who", "what", "family", "ground", "outcome"] as const;

/** Entries of the log; a name leads to everything of that person or family. */
export function LogEntries({ entries, onChoose }: { entries: LogEntry[]; onChoose: (part: Criteria) => void }) {
	const say = useText();
	return (
		<table className="sp-log">
			<thead>
				<tr>
					{columns.map((column) => (
						<th key={column} scope="col">
							{say(`audit.search.col.${column}`)}
						</th>
					))}
				</tr>
			</thead>
			<tbody>
				{entries.map((entry) => (
					<OneEntry key={entry.id} entry={entry} onChoose={onChoose} />
				))}
			</tbody>
		</table>
	);
}

function OneEntry({ entry, onChoose }: { entry: LogEntry; onChoose: (part: Criteria) => void }) {
	const say = useText();
	const { locale } = useIntl();
	const { person, family } = entry;
	const relation = relationWords(entry, say);
	const ground = groundOf(entry.ground);
	const words = objectWords(entry.object, say);
	return (
		<tr data-outcome={entry.outcome}>
			<td>
				<time dateTime={entry.at}>
					{dateInWords(dayOf(entry.at), locale)}
					<small className="sp-log-note">{timeInWords(entry.at, locale)}</small>
				</time>
			</td>
			<td>
				{person ? (
					<button type="button" className="sp-link" onClick={() => onChoose({ personId: person.id })}>
						{person.name || say("audit.search.gone")}
					</button>
				) : (
					say(entry.relation === "system" ? "audit.search.system" : "audit.search.nobody-known")
				)}
				{relation ? <small className="sp-log-note">{relation}</small> : null}
				{entry.onBehalfOf ? <small className="sp-log-note">{say("audit.search.behalf", { name: entry.onBehalfOf })}</small> : null}
			</td>
			<td>
				{entry.outcome === "success"
					? say("audit.line", { deed: say(term("lookDeeds", entry.deed)), what: say(term("logGroups", entry.group)) })
					: say("audit.search.tried", { what: say(term("logGroups", entry.group)) })}
				{entry.recipient ? <small className="sp-log-note">{say("audit.search.recipient", { name: entry.recipient })}</small> : null}
				{words ? <small className="sp-log-event">{words}</small> : null}
			</td>
			<td>
				{family ? (
					<button type="button" className="sp-link" onClick={() => onChoose({ familyId: family.id })}>
						{family.name || say("audit.search.gone")}
					</button>
				) : null}
			</td>
			<td>
				{ground ? say(term("logGrounds", ground)) : null}
				{entry.client ? <small className="sp-log-note">{say("audit.search.client", { address: entry.client })}</small> : null}
			</td>
			<td>
				<StateBadge {...looks[entry.outcome]}>{say(term("logOutcomes", entry.outcome))}</StateBadge>
			</td>
		</tr>
	);
}

const looks = {
	success: { tone: "neutral", shape: "check" },
	denied: { tone: "warning", shape: "warning" },
	failed: { tone: "neutral", shape: "cross" },
} as const;

const known = ["relation", "review", "consent", "emergency", "request", "job", "none"] as const;
const groundOf = (ground: string) => known.find((each) => each === ground);

const relations = [
	"none",
	"staff",
	"self",
	"coordinator",
	"scientist",
	"parent_with_authority",
	"parent_without_authority",
	"young_person",
	"young_person_16",
	"network_member",
	"professional",
	"team_lead",
	"emergency",
	"privacy_officer",
	"system",
] as const;

function relationWords({ relation }: LogEntry, say: Say): string {
	const which = relations.find((each) => each === relation);
	return which ? say(`audit.search.relation.${which}`) : "";
}
