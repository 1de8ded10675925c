import { openSafetyTrack, type SafetyTrackHead } from "@samenplan/contract/safety";
import { momentInWords } from "@samenplan/language/dates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { EyeOff, Phone, Siren } from "lucide-react";
import { useState } from "react";
import { useIntl } from "react-intl";
import { NotFoundPage } from "../../app/not-found-page.tsx";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { today } from "../../plans/facts.ts";
import { useCan, useFamilyId } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { DateField } from "../../ui/date-field.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle, Row, Section } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { AboutWhom } from "../parts/about-whom.tsx";
import { SafetyTrackSteps } from "../parts/safety-track.tsx";
import { safetyTracksQuery } from "../queries.ts";
import "../parts/safeguards.css";

/** The reporting code, one step at a time: what it asks, what was written, whom to call. For the professionals of the case. */
export default function SafetyPage() {
	return useCan()("safety.read") ? <Safety /> : <NotFoundPage />;
}

function Safety() {
	const say = useText();
	const can = useCan();
	const familyId = useFamilyId();
	const { data, error, refetch } = useQuery(safetyTracksQuery(familyId));
	const [reading, setReading] = useState<string>();
	const open = data?.find(({ state }) => state === "open");
	const shown = reading ?? open?.id;
	const head = data?.find(({ id }) => id === shown);
	const earlier = data?.filter(({ id }) => id !== shown) ?? [];
	return (
		<Page width="text">
			<PageTitle title={say("safeguards.safety.title")} intro={say("safeguards.safety.intro")} />
			<WhomToCall />
			<p className="sp-safety-who">
				<EyeOff aria-hidden="true" />
				{say(head && !head.shielded ? "safeguards.safety.who-open" : "safeguards.safety.who")}
			</p>
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : data ? null : <Loading />}
			{reading ? (
				<Row>
					<Button look="quiet" onClick={() => setReading(undefined)}>
						{say("safeguards.safety.back")}
					</Button>
				</Row>
			) : null}
			{data && !shown && can("safety.write") ? <Begin /> : null}
			{shown ? <SafetyTrackSteps key={shown} trackId={shown} /> : null}
			{earlier.length > 0 ? <Earlier tracks={earlier} onRead={setReading} /> : null}
			<p className="sp-safety-source">{say("safeguards.safety.source")}</p>
		</Page>
	);
}

function WhomToCall() {
	const say = useText();
	return (
		<ul className="sp-safety-call">
			<li data-tone="danger">
				<Siren aria-hidden="true" />
				<p>
					<b>{say("safeguards.safety.danger")}</b>
					<span>{say("safeguards.safety.danger-words")}</span>
				</p>
			</li>
			<li>
				<Phone aria-hidden="true" />
				<p>
					<b>{say("safeguards.safety.advice")}</b>
					<span>{say("safeguards.safety.advice-words")}</span>
				</p>
			</li>
		</ul>
	);
}

function Begin() {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const form = useSavingForm({
		defaultValues: { text: "", happenedOn: today(), aboutPersonId: "" },
		save: ({ text, happenedOn, aboutPersonId }) =>
			call(openSafetyTrack, { params: { familyId }, body: { text, happenedOn, aboutPersonId: aboutPersonId || null } }),
		onSaved: () => void queries.invalidateQueries({ queryKey: ["safety", familyId] }),
	});
	return (
		<Section title={say("safeguards.safety.begin")} intro={say("safeguards.safety.begin-words")}>
			<Form form={form} submit={say("safeguards.safety.begin")}>
				<TextArea label={say("safeguards.safety.text")} rows={5} {...form.field("text")} />
				<div className="sp-note-fields">
					<AboutWhom {...form.field("aboutPersonId")} />
					<DateField label={say("safeguards.safety.on")} {...form.field("happenedOn")} />
				</div>
			</Form>
		</Section>
	);
}

function Earlier({ tracks, onRead }: { tracks: SafetyTrackHead[]; onRead: (id: string) => void }) {
	const say = useText();
	const { locale } = useIntl();
	return (
		<Section title={say("safeguards.safety.earlier")}>
			<ul className="sp-uses sp-no-print">
				{tracks.map((track) => (
					<li key={track.id}>
						<Row spread>
							<span>{say("safeguards.safety.opened", { moment: momentInWords(track.openedAt, locale), name: track.openedByName })}</span>
							<Button look="soft" size="small" onClick={() => onRead(track.id)}>
								{say("safeguards.safety.read")}
							</Button>
						</Row>
					</li>
				))}
			</ul>
		</Section>
	);
}
