import type { Audience } from "@samenplan/access/audiences";
import type { Audiences } from "@samenplan/contract/audience";
import { nameList } from "@samenplan/language/names";
import { BriefcaseBusiness, Eye, House, ListChecks, Users, UsersRound } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useIntl } from "react-intl";
import { asProblem } from "../../lib/problems.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { reasonKey } from "../../plans/parts/reasons.tsx";
import { usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/choice.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RadioCards } from "../../ui/radio-cards.tsx";
import { type Choice, readersIn, useAudiences, useNamesOf } from "../queries.ts";
import "../audience.css";

type Props = {
	value: Choice;
	onValue: (value: Choice) => void;
	/** Opened at once: on a screen that is there for this alone. */
	open?: boolean;
	/** Whose words they are, when they are written down for somebody: that person reads them too. */
	whose?: string | undefined;
	/** What the server said when it was saved: why more people may not read it yet is told here. */
	problem?: unknown;
};

const pictures: Record<Audience, ReactNode> = {
	family: <House />,
	core: <UsersRound />,
	circle: <Users />,
	named: <ListChecks />,
	staff: <BriefcaseBusiness />,
};

/** Who will read this, by name, before it is kept; and a way to choose others. What one chooses from, the server says. */
export function AudienceChoice({ value, onValue, open = false, whose, problem }: Props) {
	const say = useText();
	const { data, error, refetch } = useAudiences();
	const [choosing, setChoosing] = useState(open);
	const panel = useId();
	if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
	if (!data) return <p className="aud-who" aria-busy="true" />;
	const shown = choosing || value.audience === "named";
	const needed = asProblem(problem).reasons?.filter((code) => code === "consent-needed") ?? [];
	return (
		<div className="aud">
			<div className="aud-line">
				<WhoWillRead data={data} value={value} whose={whose} />
				{shown || data.choices.length < 2 ? null : (
					<Button look="quiet" size="small" aria-expanded={false} aria-controls={panel} onClick={() => setChoosing(true)}>
						{say("audience.choose")}
					</Button>
				)}
			</div>
			<div id={panel} className="aud-panel" hidden={!shown}>
				{shown ? <Choices data={data} value={value} onValue={onValue} /> : null}
			</div>
			{problem && needed.length > 0 ? (
				<Notice kind="warning" live>
					{needed.map((code) => (
						<p key={code}>{say(reasonKey(code))}</p>
					))}
				</Notice>
			) : null}
		</div>
	);
}

/** "Read by: Fatima, Yusuf and Anouk", and who joins them later. */
function WhoWillRead({ data, value, whose }: { data: Audiences; value: Choice; whose: string | undefined }) {
	const say = useText();
	const { locale } = useIntl();
	const { viewer } = usePlan();
	const namesOf = useNamesOf();
	const ids = readersIn(data, whose === undefined ? value : { ...value, readers: [...value.readers, whose] }, viewer.personId);
	const reads = (id: string) => data.people.find((person) => person.id === id)?.reads !== false;
	const [now, later] = [ids.filter(reads), ids.filter((id) => !reads(id))];
	const nobodyNamed = value.audience === "named" && !value.readers.some((id) => id !== viewer.personId);
	return (
		<p className="aud-who" role="status">
			<Eye aria-hidden="true" />
			<span>
				{nobodyNamed ? say("audience.name-somebody") : say("audience.who-reads", { names: nameList(namesOf(now, data.people), locale) })}
				{later.length > 0 ? (
					<small className="sp-hint">{say("audience.reads-later", { names: nameList(namesOf(later, data.people), locale) })}</small>
				) : null}
			</span>
		</p>
	);
}

function Choices({ data, value, onValue }: { data: Audiences; value: Choice; onValue: (value: Choice) => void }) {
	const say = useText();
	const { locale } = useIntl();
	const name = useId();
	const { viewer } = usePlan();
	const namesOf = useNamesOf();
	const named = (data.choices.find(({ audience }) => audience === "named")?.readers ?? []).filter((id) => id !== viewer.personId);
	return (
		<>
			<RadioCards<Audience>
				name={name}
				label={say("audience.choose")}
				column="16rem"
				value={value.audience}
				onValue={(audience) => onValue({ ...value, audience })}
				cards={data.choices.map(({ audience, readers }) => ({
					value: audience,
					label: say(term("audiences", audience)),
					hint: audience === "named" ? say("audience.named-hint") : nameList(namesOf(readers, data.people), locale),
					picture: pictures[audience],
				}))}
			/>
			{value.audience === "named" ? (
				<fieldset className="aud-named">
					<legend className="sp-label">{say("audience.whom")}</legend>
					{data.people
						.filter(({ id }) => named.includes(id))
						.map((person) => (
							<Checkbox
								key={person.id}
								label={person.name}
								hint={person.reads ? undefined : say("audience.not-in-yet")}
								checked={value.readers.includes(person.id)}
								onChange={({ target }) =>
									onValue({
										...value,
										readers: target.checked ? [...value.readers, person.id] : value.readers.filter((id) => id !== person.id),
									})
								}
							/>
						))}
				</fieldset>
			) : null}
			{value.audience === "family" ? <p className="sp-hint">{say("audience.family-hint")}</p> : null}
			{value.audience === "circle" ? <p className="sp-hint">{say("audience.circle-hint")}</p> : null}
		</>
	);
}
