import { openFamily } from "@samenplan/contract/families";
import { useQueryClient } from "@tanstack/react-query";
import { HousePlus } from "lucide-react";
import { useRef } from "react";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { asProblem } from "../../lib/problems.ts";
import { Text, useText } from "../../lib/text.tsx";
import { Form, useSavingForm } from "../../ui/form.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { toast } from "../../ui/toast.tsx";

/** Opening a family asks one thing: its name. The rest follows on the page of its people. */
export default function NewFamilyPage() {
	const say = useText();
	const go = useNavigate();
	const queries = useQueryClient();
	const opened = useRef<string>(undefined);
	const form = useSavingForm({
		defaultValues: { name: "" },
		draft: { familyId: "new", field: "family" },
		save: async ({ name }) => {
			opened.current = (await call(openFamily, { body: { name } })).id;
		},
		onSaved: () => {
			void queries.invalidateQueries({ queryKey: ["me"] });
			toast({ words: say("families.opened") });
			void go(`/families/${opened.current}/people`);
		},
	});
	const noTeam = form.problem !== undefined && asProblem(form.problem).reasons?.includes("no-team");
	return (
		<Page width="text">
			<PageTitle
				title={say("families.new.title")}
				intro={say("families.new.intro")}
				mark={<HousePlus size="2.4rem" aria-hidden="true" />}
			/>
			<Form form={form} submit={say("families.new.open")}>
				<TextField label={say("families.new.name")} hint={say("families.new.name-hint")} autoComplete="off" {...form.field("name")} />
				{noTeam ? (
					<Notice kind="warning">
						<p>
							<Text id="families.new.no-team" />
						</p>
					</Notice>
				) : null}
			</Form>
			<section className="sp-stack" data-gap="xs">
				<h2 className="text-lg">
					<Text id="families.new.next" />
				</h2>
				<ol className="ms-5 list-decimal text-muted">
					<li>
						<Text id="families.new.next-1" />
					</li>
					<li>
						<Text id="families.new.next-2" />
					</li>
					<li>
						<Text id="families.new.next-3" />
					</li>
				</ol>
				<p className="text-muted">
					<Text id="families.new.half" />
				</p>
			</section>
		</Page>
	);
}
