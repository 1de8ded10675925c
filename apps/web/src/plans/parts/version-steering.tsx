import { proceedWithVersion, type WholePlan, withdrawVersion } from "@samenplan/contract/plans";
import { nameList } from "@samenplan/language/names";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { TalkFields, type TalkValues } from "../../positions/parts/talk-fields.tsx";
import { useAgreement } from "../../positions/queries.ts";
import { Button } from "../../ui/button.tsx";
import { ConfirmDialog } from "../../ui/dialog.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Section } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { toast } from "../../ui/toast.tsx";
import { today } from "../facts.ts";
import { useCan, useFamilyId, useFamilyWrite, usePersonName, usePlan } from "../queries.ts";

/** What the coordinator can do while a version lies before people: take it back, or go on after a talk about a disagreement. */
export function VersionSteering({ version }: { version: WholePlan["versions"][number] }) {
	const say = useText();
	const { locale } = useIntl();
	const can = useCan();
	const nameOf = usePersonName();
	const familyId = useFamilyId();
	const [asking, setAsking] = useState(false);
	const withdraw = useFamilyWrite(withdrawVersion);
	const agreement = useAgreement()({
		subject: "plan_version",
		subjectId: version.id,
		subjectVersion: version.number,
		mustAgree: version.mustAgree,
	});
	if (!can("plan.put_version")) return null;
	const disagree = agreement.disagreeing.length > 0;
	return (
		<div className="sp-no-print sp-stack" data-gap="lg">
			{disagree ? (
				<Notice kind="warning">{say("versions.disagreement", { names: nameList(agreement.disagreeing.map(nameOf), locale) })}</Notice>
			) : null}
			{disagree && agreement.allAnswered ? <Proceed versionId={version.id} disagreeing={agreement.disagreeing} /> : null}
			<div>
				<Button look="quiet" onClick={() => setAsking(true)}>
					{say("versions.withdraw")}
				</Button>
			</div>
			<ConfirmDialog
				open={asking}
				onClose={() => setAsking(false)}
				title={say("versions.withdraw")}
				confirm={say("versions.withdraw")}
				pending={withdraw.isPending}
				error={withdraw.error ? <ProblemNotice error={withdraw.error} /> : null}
				onConfirm={() => withdraw.mutate({ params: { familyId, planVersionId: version.id } }, { onSuccess: () => setAsking(false) })}
			>
				{say("versions.withdraw.words")}
			</ConfirmDialog>
		</div>
	);
}

function Proceed({ versionId, disagreeing }: { versionId: string; disagreeing: readonly string[] }) {
	const say = useText();
	const familyId = useFamilyId();
	const queries = useQueryClient();
	const { viewer } = usePlan();
	const form = useSavingForm<TalkValues>({
		defaultValues: { heldOn: today(), tookPart: [...disagreeing, viewer.personId], text: "" },
		draft: { familyId, field: `proceed.${versionId}` },
		schema: {
			safeParse: (values) => {
				const { text, tookPart } = values as TalkValues;
				const empty = [...(tookPart.length > 0 ? [] : ["tookPart"]), ...(text.trim() ? [] : ["text"])];
				return empty.length > 0 ? { success: false, error: { issues: empty.map((path) => ({ path: [path] })) } } : { success: true };
			},
		},
		save: ({ heldOn, tookPart, text }) =>
			call(proceedWithVersion, {
				params: { familyId, planVersionId: versionId },
				body: { talkOn: heldOn, because: text, tookPart },
			}),
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["families", familyId] });
			toast({ words: say("versions.proceed.done") });
		},
	});
	return (
		<Section title={say("versions.proceed")} intro={say("versions.proceed.intro")}>
			<Form form={form} submit={say("versions.proceed.do")}>
				<TalkFields field={form.field} choice={form.choice} label={say("versions.proceed.because")} />
			</Form>
		</Section>
	);
}
