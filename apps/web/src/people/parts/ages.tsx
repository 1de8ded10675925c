import { type AgeTask, doAgeTask } from "@samenplan/contract/age-tasks";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { Link } from "react-router";
import { ageTasksQuery } from "../../consents/queries.ts";
import { useText } from "../../lib/text.tsx";
import { useCan, useFamilyId, useFamilyWrite } from "../../plans/queries.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { TextArea } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** What the law asks because somebody turned 12, 16 or 18; done with words. Help goes on meanwhile. */
export function Ages() {
	const say = useText();
	const can = useCan();
	const { data = [] } = useQuery({ ...ageTasksQuery(useFamilyId()), enabled: can("age_task.do") });
	if (data.length === 0) return null;
	return (
		<Section title={say("age.title")} id="ages">
			<div className="sp-ages">
				{data.map((task) => (
					<Age key={task.id} task={task} />
				))}
			</div>
		</Section>
	);
}

function Age({ task }: { task: AgeTask }) {
	const say = useText();
	const { locale } = useIntl();
	const familyId = useFamilyId();
	const [doing, setDoing] = useState(false);
	const name = task.givenName;
	const values = { name, day: dateInWords(task.fromOn, locale) };
	return (
		<Card as="article" look={task.doneAt ? "sunken" : "raised"} className="sp-stack">
			<h3>{say(`age.${task.kind}`, { name })}</h3>
			{task.doneAt ? (
				<>
					<p>{task.words}</p>
					<p className="sp-hint">{say("age.done", { day: dateInWords(dayOf(task.doneAt), locale), name: task.doneBy ?? "" })}</p>
				</>
			) : (
				<>
					<p>{say(`age.${task.kind}.words`, values)}</p>
					{task.consentsToAnswer > 0 ? (
						<p>
							<Link className="sp-link" to={`/families/${familyId}/consents`}>
								{say("age.consents", { name, count: task.consentsToAnswer })}
							</Link>
						</p>
					) : null}
					<Row>
						<Button size="small" onClick={() => setDoing(true)}>
							{say("age.do")}
						</Button>
					</Row>
				</>
			)}
			{doing ? <DoDialog task={task} onClose={() => setDoing(false)} /> : null}
		</Card>
	);
}

function DoDialog({ task, onClose }: { task: AgeTask; onClose: () => void }) {
	const say = useText();
	const familyId = useFamilyId();
	const write = useFamilyWrite(doAgeTask);
	const form = useSavingForm({
		defaultValues: { words: "" },
		draft: { familyId, field: `age.${task.id}` },
		save: ({ words }) => write.mutateAsync({ params: { familyId, ageTaskId: task.id }, body: { words } }),
		onSaved: () => {
			toast({ words: say("age.do.saved") });
			onClose();
		},
	});
	return (
		<Dialog open onClose={onClose} title={say("age.do.title")} locked={form.pending}>
			<Form form={form} submit={say("ui.save")}>
				<TextArea label={say("age.do.words")} hint={say("age.do.words-hint", { name: task.givenName })} rows={4} {...form.field("words")} />
			</Form>
		</Dialog>
	);
}
