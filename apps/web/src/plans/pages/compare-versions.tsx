import type { PlanContent } from "@samenplan/contract/plans";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import type { PlanChange } from "@samenplan/plan-rules/compare-versions";
import { useQuery } from "@tanstack/react-query";
import { useIntl } from "react-intl";
import { useSearchParams } from "react-router";
import { usePageFooter } from "../../lib/page-footer.ts";
import { useText } from "../../lib/text.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { ChangeTitle, fieldKey, Legend, Marked, useInWords } from "../parts/changes.tsx";
import { planVersionQuery, useFamilyId, usePlan } from "../queries.ts";
import { formerVersion, useChanges, useDraft } from "../versions.ts";

const now = "now";

/** Any two versions beside each other, the plan as it is now among them: only what differs, the words that changed marked. */
export default function CompareVersionsPage() {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { versions } = usePlan();
	const [chosen, choose] = useSearchParams();
	const last = formerVersion(versions);
	const to = chosen.get("to") ?? now;
	const from = chosen.get("from") ?? formerVersion(versions, versions.find(({ id }) => id === to)?.number)?.id ?? last?.id ?? now;
	const nameOf = (id: string) => {
		const version = versions.find((each) => each.id === id);
		return version ? say("versions.one", { number: version.number }) : say("versions.compare.now");
	};
	const options = [
		...versions.map(({ id, putAt, frozenAt }) => ({
			value: id,
			label: `${nameOf(id)} · ${dateInWords(dayOf(frozenAt ?? putAt), locale)}`,
		})),
		{ value: now, label: say("versions.compare.now") },
	];
	const [before, after] = [useContent(from), useContent(to)];
	usePageFooter(`Samenplan · ${nameOf(from)} · ${nameOf(to)}`, "/");
	const error = before.error ?? after.error;
	return (
		<Page>
			<PageTitle
				title={say("versions.compare")}
				intro={say("versions.compare.intro")}
				back={{ to: `/families/${familyId}/versions`, label: say("versions.back") }}
			/>
			<div className="plan-compare-choose sp-no-print">
				<Select
					label={say("versions.compare.former")}
					options={options}
					value={from}
					onChange={(event) => choose({ from: event.target.value, to }, { replace: true })}
				/>
				<Select
					label={say("versions.compare.later")}
					options={options}
					value={to}
					onChange={(event) => choose({ from, to: event.target.value }, { replace: true })}
				/>
			</div>
			{to === now || from === now ? <Notice title={say("versions.draft.badge")}>{say("versions.draft.words")}</Notice> : null}
			{error ? (
				<ProblemNotice error={error} />
			) : before.content && after.content ? (
				<Differences before={before.content} after={after.content} names={[nameOf(from), nameOf(to)]} />
			) : (
				<Loading shape="cards" />
			)}
		</Page>
	);
}

function useContent(id: string): { content?: PlanContent; error: unknown } {
	const draft = useDraft();
	const { data, error } = useQuery({ ...planVersionQuery(useFamilyId(), id), enabled: id !== now });
	if (id === now) return { content: draft, error: null };
	return { ...(data && { content: data.content }), error };
}

function Differences({ before, after, names }: { before: PlanContent; after: PlanContent; names: [string, string] }) {
	const say = useText();
	const { changes, nameOf } = useChanges(before, after);
	if (changes.length === 0) return <p>{say("versions.compare.same")}</p>;
	return (
		<Section title={say("versions.changes.count", { count: changes.length })}>
			<Legend />
			<div className="plan-compare">
				{changes.map((change) => (
					<section key={`${change.part} ${change.id}`} className="plan-compare-one">
						<ChangeTitle change={change} nameOf={nameOf} heading />
						<div className="plan-compare-sides">
							<Side change={change} side="before" name={names[0]} nameOf={nameOf} />
							<Side change={change} side="after" name={names[1]} nameOf={nameOf} />
						</div>
					</section>
				))}
			</div>
		</Section>
	);
}

type SideProps = { change: PlanChange; side: "before" | "after"; name: string; nameOf: (personId: string) => string };

/** One side of a change: its words in that version. */
function Side({ change, side, name, nameOf }: SideProps) {
	const say = useText();
	const inWords = useInWords(nameOf);
	const absent = change.change === (side === "before" ? "added" : "removed");
	const shown = change.fields.filter((field) => field[side] !== "");
	return (
		<div className="plan-compare-side">
			<h4>{name}</h4>
			{absent ? <p className="sp-hint">{say(side === "before" ? "versions.compare.empty" : "versions.compare.gone")}</p> : null}
			{!absent && change.title ? <p>{change.title}</p> : null}
			{shown.map((field) => (
				<p key={field.field} className="plan-change-field">
					<span className="sp-hint">{say(fieldKey(field))}</span>
					<span className="sp-words">
						{field.kind === "text" ? <Marked before={field.before} after={field.after} side={side} /> : inWords(field, field[side])}
					</span>
				</p>
			))}
			{!absent && !change.title && shown.length === 0 ? <p className="sp-hint">{say("versions.compare.empty")}</p> : null}
		</div>
	);
}
