import { narrowAudience, releaseText, type TextKind, widenAudience } from "@samenplan/contract/audience";
import { nameList } from "@samenplan/language/names";
import { Eye } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { asProblem } from "../../lib/problems.ts";
import { useText } from "../../lib/text.tsx";
import { useFamilyId, useFamilyWrite, usePlan } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Choice, readersIn, useAudiences, useNamesOf } from "../queries.ts";
import { AudienceChoice } from "./audience-choice.tsx";

type Props = { kind: TextKind; textId: string; now: Choice; writtenBy: string };

/** A quiet way to change who reads one's own words, and for private family time the one way to let the coordinator read it. */
export function ChangeReaders(props: Props) {
	const say = useText();
	const familyId = useFamilyId();
	const [open, setOpen] = useState(false);
	const release = useFamilyWrite(releaseText);
	const narrow = useFamilyWrite(narrowAudience);
	const params = { familyId, kind: props.kind, textId: props.textId };
	const letCoachRead = async () => {
		await release.mutateAsync({ params });
		toast({
			words: say("audience.released"),
			undo: () =>
				void narrow
					.mutateAsync({ params, body: { audience: "family", was: "core" } })
					.then(() => toast({ words: say("audience.private-again") }))
					.catch(() => undefined),
		});
	};
	return (
		<>
			{props.now.audience === "family" ? (
				<Button look="soft" size="small" pending={release.isPending} onClick={() => void letCoachRead().catch(() => undefined)}>
					{say("audience.release")}
				</Button>
			) : null}
			<Button look="quiet" size="small" icon={<Eye aria-hidden="true" />} onClick={() => setOpen(true)}>
				{say("audience.who")}
			</Button>
			{release.error ? <ProblemNotice error={release.error} /> : null}
			{open ? <ReadersDialog {...props} onClose={() => setOpen(false)} /> : null}
		</>
	);
}

function ReadersDialog({ kind, textId, now, writtenBy, onClose }: Props & { onClose: () => void }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const { viewer } = usePlan();
	const { data } = useAudiences();
	const namesOf = useNamesOf();
	const narrow = useFamilyWrite(narrowAudience);
	const widen = useFamilyWrite(widenAudience);
	const [value, setValue] = useState<Choice>(now);
	const params = { familyId, kind, textId };
	const before = data ? readersIn(data, now, writtenBy) : [];
	const after = data ? readersIn(data, value, viewer.personId) : [];
	const [gains, loses] = [after.filter((id) => !before.includes(id)), before.filter((id) => !after.includes(id) && id !== viewer.personId)];
	// Whom the server counts as more is not for this page to judge: what it does not take as fewer is asked as more.
	const fewer = gains.length === 0 && value.audience !== "circle" && (now.audience !== "named" || value.audience === "named");
	const changed = value.audience !== now.audience || (value.audience === "named" && gains.length + loses.length > 0);
	const problem = narrow.error ?? widen.error;
	const save = async () => {
		const body = { audience: value.audience, readers: value.audience === "named" ? value.readers : [], was: now.audience };
		await (fewer ? narrow.mutateAsync({ params, body }) : widen.mutateAsync({ params, body }));
		toast({ words: say("ui.saved") });
		onClose();
	};
	return (
		<Dialog
			open
			onClose={onClose}
			title={say("audience.question")}
			width="wide"
			actions={
				<>
					<Button
						disabled={!changed || (value.audience === "named" && value.readers.length === 0)}
						pending={narrow.isPending || widen.isPending}
						onClick={() => void save().catch(() => undefined)}
					>
						{say("audience.save")}
					</Button>
					<Button look="quiet" onClick={onClose}>
						{say("ui.cancel")}
					</Button>
				</>
			}
		>
			<AudienceChoice open value={value} onValue={setValue} problem={problem} />
			{data && changed ? (
				<div className="aud-change" role="status">
					{gains.length > 0 ? <p>{say("audience.gains", { names: nameList(namesOf(gains, data.people), locale) })}</p> : null}
					{loses.length > 0 ? <p>{say("audience.loses", { names: nameList(namesOf(loses, data.people), locale) })}</p> : null}
				</div>
			) : null}
			{problem && !asProblem(problem).reasons?.includes("consent-needed") ? <ProblemNotice error={problem} /> : null}
		</Dialog>
	);
}
