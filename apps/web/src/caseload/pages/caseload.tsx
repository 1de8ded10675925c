import { type CaseloadFamily, type SignalKind, signalKinds } from "@samenplan/contract/caseload";
import { stepKinds } from "@samenplan/contract/steps";
import { searchable } from "@samenplan/language/names";
import { useQuery } from "@tanstack/react-query";
import { Plus, Users } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { ComingNotice } from "../../handovers/parts/coming-notice.tsx";
import { useAbility } from "../../lib/me.ts";
import { term } from "../../lib/terms.ts";
import { useText } from "../../lib/text.tsx";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { Page, PageTitle, Section } from "../../ui/layout.tsx";
import { EmptyState, Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Select } from "../../ui/select.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { FamilyRow } from "../parts/family-row.tsx";
import { caseloadQuery } from "../queries.ts";
import "../parts/caseload.css";

/** All my families, those that need me first. What is searched and filtered stands in the address. */
export default function CaseloadPage() {
	const say = useText();
	const mayOpen = useAbility("families.create");
	const { data, error, refetch } = useQuery(caseloadQuery);
	const newFamily = mayOpen ? (
		<ButtonLink to="/families/new" icon={<Plus aria-hidden="true" />}>
			{say("caseload.new")}
		</ButtonLink>
	) : null;
	const needed = data?.families.filter(needsMe).length ?? 0;
	return (
		<Page>
			<PageTitle
				title={say("caseload.title")}
				intro={data && data.families.length > 0 ? say("caseload.intro", { count: data.families.length, needed }) : undefined}
				actions={newFamily}
			/>
			<ComingNotice />
			{error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : null}
			{data ? (
				data.families.length > 0 ? (
					<Families families={data.families} today={data.today} />
				) : (
					<EmptyState picture={<Users />} title={say("caseload.empty-title")} actions={newFamily}>
						{say("caseload.empty-words")}
					</EmptyState>
				)
			) : error ? null : (
				<Loading shape="cards" />
			)}
		</Page>
	);
}

const needsMe = ({ signals }: CaseloadFamily) => signals.some(({ severity }) => severity === "now");

function Families({ families, today }: { families: CaseloadFamily[]; today: string }) {
	const say = useText();
	const [address, setAddress] = useSearchParams();
	const [step, signal] = [address.get("step") ?? "", address.get("signal") ?? ""];
	// The address follows what is typed; were the field to follow the address, fast fingers would lose letters.
	const [q, setQ] = useState(address.get("q") ?? "");
	const search = useSlashKey();
	const list = useArrowKeys();
	const set = (name: string, value: string) =>
		setAddress(
			(before) => {
				if (value) before.set(name, value);
				else before.delete(name);
				return before;
			},
			{ replace: true },
		);
	const shown = families.filter(
		(family) =>
			searchable(family.name).includes(searchable(q)) &&
			(step === "" || family.currentStep === step) &&
			(signal === "" || (signal === "any" ? family.signals.length > 0 : family.signals.some(({ kind }) => kind === signal))),
	);
	const showAll = () => {
		setQ("");
		setAddress({}, { replace: true });
	};
	const filtered = q !== "" || step !== "" || signal !== "";
	const groups = [
		{ id: "now", title: say("caseload.group.now"), families: shown.filter(needsMe) },
		{ id: "soon", title: say("caseload.group.soon"), families: shown.filter((family) => !needsMe(family) && family.signals.length > 0) },
		{ id: "well", title: say("caseload.group.well"), families: shown.filter(({ signals }) => signals.length === 0) },
	].filter((group) => group.families.length > 0);
	return (
		<>
			<search className="sp-caseload-filter">
				<TextField
					label={say("caseload.search")}
					type="search"
					autoComplete="off"
					ref={search}
					aria-keyshortcuts="/"
					value={q}
					onChange={(event) => {
						setQ(event.target.value);
						set("q", event.target.value);
					}}
				/>
				<Select
					label={say("caseload.step")}
					emptyLabel={say("caseload.every-step")}
					options={stepKinds.map((kind) => ({ value: kind, label: say(term("stepKinds", kind)) }))}
					value={step}
					onChange={(event) => set("step", event.target.value)}
				/>
				<Select
					label={say("caseload.signal")}
					emptyLabel={say("caseload.every-signal")}
					options={[
						{ value: "any", label: say("caseload.any-signal") },
						...signalKinds.map((kind) => ({ value: kind, label: say(term("signalKinds", kind)) })),
					]}
					value={signal}
					onChange={(event) => set("signal", event.target.value)}
				/>
				<p role="status">{filtered ? say("caseload.shown", { shown: shown.length, count: families.length }) : null}</p>
			</search>
			{shown.length === 0 ? (
				<EmptyState
					picture={<Users />}
					title={say("caseload.none-title")}
					actions={
						<Button look="soft" onClick={showAll}>
							{say("caseload.show-all")}
						</Button>
					}
				>
					{say("caseload.none-words")}
				</EmptyState>
			) : null}
			<div className="sp-caseload" ref={list}>
				{groups.map((group) => (
					<Section key={group.id} title={<GroupTitle words={group.title} count={group.families.length} />}>
						<ul className="sp-family-rows">
							{group.families.map((family) => (
								<FamilyRow key={family.id} family={family} today={today} />
							))}
						</ul>
					</Section>
				))}
			</div>
			<Disclosure title={say("caseload.about-signals")}>
				<dl className="sp-signal-words">
					{signalKinds.map((kind: SignalKind) => (
						<div key={kind}>
							<dt>{say(term("signalKinds", kind))}</dt>
							<dd>
								{say(`caseload.why.${kind}`)} {say(`caseload.ends.${kind}`)}
							</dd>
						</div>
					))}
				</dl>
			</Disclosure>
		</>
	);
}

function GroupTitle({ words, count }: { words: string; count: number }) {
	return (
		<>
			{words} <span className="text-muted">{count}</span>
		</>
	);
}

/** The slash key leads to the search field, from wherever nothing is typed. */
function useSlashKey() {
	const field = useRef<HTMLInputElement>(null);
	useEffect(() => {
		const onKey = (event: globalThis.KeyboardEvent) => {
			const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
			if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
			event.preventDefault();
			field.current?.focus();
		};
		addEventListener("keydown", onKey);
		return () => removeEventListener("keydown", onKey);
	}, []);
	return field;
}

/** Up and down go from family to family. */
function useArrowKeys() {
	const list = useRef<HTMLDivElement>(null);
	useEffect(() => {
		const element = list.current;
		const onKey = (event: globalThis.KeyboardEvent) => {
			if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
			const links = [...(element?.querySelectorAll<HTMLElement>("a.sp-card-link") ?? [])];
			const at = links.indexOf(document.activeElement as HTMLElement);
			const next = links[at + (event.key === "ArrowDown" ? 1 : -1)];
			if (at < 0 || !next) return;
			event.preventDefault();
			next.focus();
		};
		element?.addEventListener("keydown", onKey);
		return () => element?.removeEventListener("keydown", onKey);
	}, []);
	return list;
}
