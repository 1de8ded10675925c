import { ProblemError } from "@samenplan/contract/client";
import type { FieldCode } from "@samenplan/contract/problem";
import { dayInWords } from "@samenplan/language/dates";
import type { FormEvent, ReactNode } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, type Path, type PathValue, type UseFormReturn, useForm } from "react-hook-form";
import { useIntl } from "react-intl";
import { withIdempotencyKey } from "../lib/api.ts";
import { clearDraft, keepDraft, readDraft } from "../lib/draft.ts";
import { asProblem, fieldKey } from "../lib/problems.ts";
import { Text, useText } from "../lib/text.tsx";
import { Button, type ButtonLook } from "./button.tsx";
import { Notice } from "./notice.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

/** A zod schema, or anything that checks like one. */
type Schema = { safeParse: (values: unknown) => { success: boolean; error?: { issues: readonly Issue[] } } };
type Issue = {
	readonly path: readonly PropertyKey[];
	readonly code?: string;
	readonly minimum?: unknown;
	readonly format?: string;
	readonly input?: unknown;
};

type SavingFormOptions<Values extends FieldValues> = {
	defaultValues: DefaultValues<Values>;
	/** Checks before sending; the server checks again. */
	schema?: Schema;
	/** Sends. A thrown problem is shown; its field errors go to their fields. Everything typed stays. */
	save: (values: Values) => Promise<unknown>;
	/** After the server has it. */
	onSaved?: (values: Values) => void;
	/** 409 `conflict`: open a `ConflictDialog` with `current`. Without it the problem is shown in words. */
	onConflict?: (current: unknown, values: Values) => void;
	/** Keeps what is typed on this device until it is saved. */
	draft?: { familyId: string; field: string };
};

type SavingForm<Values extends FieldValues> = {
	/** Everything of react-hook-form, for field arrays and the like. */
	hook: UseFormReturn<Values>;
	/** Props for TextField, TextArea, Select, DateField, Checkbox and Switch. */
	field: (name: Path<Values>) => ReturnType<UseFormReturn<Values>["register"]> & { error: ReactNode };
	/** Props for RadioCards. */
	choice: <Name extends Path<Values>>(
		name: Name,
	) => { name: Name; value: PathValue<Values, Name>; onValue: (value: PathValue<Values, Name>) => void; error: ReactNode };
	submit: (event?: FormEvent) => void;
	pending: boolean;
	/** What went wrong with the whole, for `Form` to show. */
	problem: unknown;
	/** A draft from an earlier time was filled in. */
	restored: boolean;
	/** Throws the draft away and starts from the saved values. */
	startAfresh: () => void;
};

/** A form that never loses a word: keeps a draft, keeps what was typed when saving fails, and leads to the first field to mend. */
export function useSavingForm<Values extends FieldValues>(options: SavingFormOptions<Values>): SavingForm<Values> {
	const { defaultValues, schema, save, onSaved, onConflict, draft } = options;
	const say = useText();
	const { locale } = useIntl();
	const hook = useForm<Values>({ defaultValues, shouldFocusError: true });
	const [pending, setPending] = useState(false);
	const [problem, setProblem] = useState<unknown>();
	const [restored, setRestored] = useState(false);
	const attempt = useRef<{ values: string; key: string }>(undefined);
	useKeptDraft(hook, draft, setRestored);

	const wordsOf = (name: string): ReactNode => {
		const error = hook.getFieldState(name as Path<Values>, hook.formState).error;
		if (!error?.message) return undefined;
		// The last day that is possible travels as the kind of error.
		if (error.message === "too-late" && error.type !== "checked")
			return say("problem.field.until", { day: dayInWords(error.type, locale) });
		return say(fieldKey(error.message as FieldCode));
	};

	const showErrors = (errors: readonly { path: string; code: FieldCode; day?: string }[]): boolean => {
		const known = errors.filter(({ path }) => hook.getFieldState(path as Path<Values>) && hasField(hook, path));
		for (const [index, { path, code, day }] of known.entries()) {
			hook.setError(path as Path<Values>, { type: day ?? "checked", message: code }, { shouldFocus: index === 0 });
		}
		return known.length > 0 && known.length === errors.length;
	};

	const send = async (values: Values) => {
		setProblem(undefined);
		const found = schema?.safeParse(values);
		if (found && !found.success && showErrors((found.error?.issues ?? []).map(errorOf))) return;
		// The same words sent again keep their key: the server does the deed once.
		const said = JSON.stringify(values);
		if (attempt.current?.values !== said) attempt.current = { values: said, key: crypto.randomUUID() };
		setPending(true);
		try {
			await withIdempotencyKey(attempt.current.key, () => save(values));
			attempt.current = undefined;
			if (draft) clearDraft(draft.familyId, draft.field);
			setRestored(false);
			onSaved?.(values);
		} catch (error) {
			const { code, errors, current } = asProblem(error);
			if (code === "conflict" && onConflict && error instanceof ProblemError) onConflict(current, values);
			else if (!errors || !showErrors(errors)) setProblem(error);
		} finally {
			setPending(false);
		}
	};

	return {
		hook,
		// What was wrong is not said any longer once it is mended.
		field: (name) => ({ ...hook.register(name, { onChange: () => hook.clearErrors(name) }), error: wordsOf(name) }),
		choice: (name) => ({
			name,
			value: hook.watch(name),
			onValue: (value) => {
				hook.clearErrors(name);
				hook.setValue(name, value, { shouldDirty: true, shouldValidate: hook.formState.isSubmitted });
			},
			error: wordsOf(name),
		}),
		submit: (event) => {
			event?.preventDefault();
			if (pending) return;
			hook.clearErrors();
			void send(hook.getValues());
		},
		pending,
		problem,
		restored,
		startAfresh: useCallback(() => {
			if (draft) clearDraft(draft.familyId, draft.field);
			setRestored(false);
			hook.reset(defaultValues);
		}, [draft, hook, defaultValues]),
	};
}

function useKeptDraft<Values extends FieldValues>(
	hook: UseFormReturn<Values>,
	draft: SavingFormOptions<Values>["draft"],
	onRestored: (restored: boolean) => void,
) {
	const familyId = draft?.familyId;
	const field = draft?.field;
	useEffect(() => {
		if (familyId === undefined || field === undefined) return;
		const kept = readDraft(familyId, field);
		let writtenOver: unknown;
		if (kept) {
			try {
				const values = JSON.parse(kept) as Values;
				writtenOver = values.version;
				hook.reset({ ...hook.getValues(), ...values }, { keepDefaultValues: true });
				onRestored(true);
			} catch {
				clearDraft(familyId, field);
			}
		}
		const watching = hook.watch((values, { name }) => {
			// A change has the name of its field; a reset has not, and is not typing.
			if (name === undefined || name === "version") return;
			// A draft keeps the version its words were written over, also when the form learned of a newer one: whoever takes it up
			// later sees again what somebody else wrote, and chooses.
			if (readDraft(familyId, field) === undefined) writtenOver = values.version;
			const draftOf = "version" in values ? { ...values, version: writtenOver } : values;
			keepDraft(familyId, field, JSON.stringify(draftOf));
		});
		return () => watching.unsubscribe();
	}, [familyId, field, hook, onRestored]);
}

function hasField<Values extends FieldValues>(hook: UseFormReturn<Values>, path: string): boolean {
	let value: unknown = hook.getValues();
	for (const part of path.split(".")) {
		if (typeof value !== "object" || value === null || !(part in value)) return false;
		value = (value as Record<string, unknown>)[part];
	}
	return true;
}

function errorOf(issue: Issue): { path: string; code: FieldCode } {
	return { path: issue.path.map(String).join("."), code: codeOf(issue) };
}

function codeOf({ code, minimum, format, input }: Issue): FieldCode {
	if (code === "too_big") return "too-long";
	if (code === "too_small") return minimum === 1 ? "required" : "too-short";
	if (input === undefined || input === null || input === "") return "required";
	if (format === "date") return "date";
	return "invalid";
}

type FormProps<Values extends FieldValues> = {
	form: SavingForm<Values>;
	/** Words of the button: a verb, for example "Keep my words". */
	submit: ReactNode;
	submitLook?: ButtonLook;
	/** Fills the line; for phones. */
	wide?: boolean;
	/** Beside the button, for example a way back. */
	actions?: ReactNode;
	children: ReactNode;
	label?: string;
};

/** The frame of a form: draft notice, fields, what went wrong, and the button. */
export function Form<Values extends FieldValues>({ form, submit, submitLook, wide, actions, children, label }: FormProps<Values>) {
	const say = useText();
	return (
		<form className="sp-stack" data-gap="lg" noValidate onSubmit={form.submit} aria-label={label}>
			{form.restored ? (
				<Notice
					actions={
						<Button look="quiet" size="small" onClick={form.startAfresh}>
							{say("ui.start-afresh")}
						</Button>
					}
				>
					<p>
						<Text id="ui.draft-found" />
					</p>
				</Notice>
			) : null}
			{children}
			{form.problem ? <ProblemNotice error={form.problem} /> : null}
			<div className="sp-row" data-gap="sm">
				<Button type="submit" look={submitLook} wide={wide} pending={form.pending}>
					{submit}
				</Button>
				{actions}
			</div>
		</form>
	);
}
