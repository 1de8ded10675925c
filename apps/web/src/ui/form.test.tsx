import { ProblemError } from "@samenplan/contract/client";
import type { Problem } from "@samenplan/contract/problem";
import { cleanup, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { clearAllDrafts, readDraft, setDraftOwner } from "../lib/draft.ts";
import { Form, useSavingForm } from "./form.tsx";
import { draw } from "./testing.tsx";
import { TextArea, TextField } from "./text-field.tsx";

type Words = { name: string; text: string };
const problem = (more: Partial<Problem>) =>
	new ProblemError({ type: "about:blank", title: "", status: 400, code: "invalid-input", ...more });

function OneForm({
	save,
	onSaved,
	onConflict,
}: {
	save: (values: Words) => Promise<unknown>;
	onSaved?: () => void;
	onConflict?: (current: unknown) => void;
}) {
	const form = useSavingForm<Words>({
		defaultValues: { name: "", text: "" },
		draft: { familyId: "family-1", field: "goal" },
		save,
		onSaved,
		onConflict,
	});
	return (
		<Form form={form} submit="Bewaar">
			<TextField label="Naam" {...form.field("name")} />
			<TextArea label="Tekst" {...form.field("text")} />
		</Form>
	);
}

beforeEach(() => {
	setDraftOwner("person-1");
	clearAllDrafts();
});
afterEach(cleanup);

describe("a form that fails to save", () => {
	it("says until which day something is possible", async () => {
		const save = vi.fn().mockRejectedValue(problem({ errors: [{ path: "text", code: "too-late", day: "2027-02-22" }] }));
		draw(<OneForm save={save} />);
		await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
		expect(await screen.findByText("Dit kan tot en met maandag 22 februari 2027.")).toBeTruthy();
	});

	it("keeps what was typed, says in words what is wrong, and leads to the first field to mend", async () => {
		const save = vi.fn().mockRejectedValue(
			problem({
				errors: [
					{ path: "text", code: "required" },
					{ path: "name", code: "too-long" },
				],
			}),
		);
		draw(<OneForm save={save} />);
		await userEvent.type(screen.getByLabelText("Naam"), "Samen aan tafel");
		await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
		expect(await screen.findByText("Vul dit nog in.")).toBeTruthy();
		const text = screen.getByLabelText("Tekst");
		expect(text.getAttribute("aria-invalid")).toBe("true");
		expect(document.getElementById(text.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Vul dit nog in.");
		expect(document.activeElement).toBe(text);
		expect(screen.getByLabelText<HTMLInputElement>("Naam").value).toBe("Samen aan tafel");
	});

	it("shows a problem of the whole with a way out when the connection is gone", async () => {
		draw(<OneForm save={vi.fn().mockRejectedValue(problem({ status: 0, code: "network" }))} />);
		await userEvent.type(screen.getByLabelText("Tekst"), "Wij willen rust.");
		await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
		expect((await screen.findByRole("alert")).textContent).toContain("Er is geen verbinding");
		expect(screen.getByLabelText<HTMLTextAreaElement>("Tekst").value).toBe("Wij willen rust.");
	});

	it("shows an error of a field it does not have, instead of nothing", async () => {
		draw(<OneForm save={vi.fn().mockRejectedValue(problem({ errors: [{ path: "version", code: "invalid" }] }))} />);
		await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
		expect((await screen.findByRole("alert")).textContent).toContain("Er klopt nog iets niet");
	});

	it("hands over the other text when somebody was first", async () => {
		const onConflict = vi.fn();
		draw(
			<OneForm
				save={vi.fn().mockRejectedValue(problem({ status: 409, code: "conflict", current: { text: "andere woorden" } }))}
				onConflict={onConflict}
			/>,
		);
		await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
		await waitFor(() => expect(onConflict).toHaveBeenCalledWith({ text: "andere woorden" }, { name: "", text: "" }));
		expect(screen.queryByRole("alert")).toBeNull();
	});
});

describe("the draft of a form", () => {
	it("is there again after the page was closed", async () => {
		const first = draw(<OneForm save={vi.fn()} />);
		await userEvent.type(screen.getByLabelText("Tekst"), "Half af");
		first.unmount();
		draw(<OneForm save={vi.fn()} />);
		expect(screen.getByLabelText<HTMLTextAreaElement>("Tekst").value).toBe("Half af");
		expect(screen.getByText("Je was hier al bezig. Je woorden staan er nog.")).toBeTruthy();
		await userEvent.click(screen.getByRole("button", { name: "Begin opnieuw" }));
		expect(screen.getByLabelText<HTMLTextAreaElement>("Tekst").value).toBe("");
		expect(readDraft("family-1", "goal")).toBeUndefined();
	});

	it("is gone once the server has the words", async () => {
		const onSaved = vi.fn();
		draw(<OneForm save={vi.fn().mockResolvedValue({})} onSaved={onSaved} />);
		await userEvent.type(screen.getByLabelText("Tekst"), "Klaar");
		expect(readDraft("family-1", "goal")).toContain("Klaar");
		await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
		await waitFor(() => expect(onSaved).toHaveBeenCalled());
		expect(readDraft("family-1", "goal")).toBeUndefined();
	});

	it("belongs to one person", async () => {
		const first = draw(<OneForm save={vi.fn()} />);
		await userEvent.type(screen.getByLabelText("Tekst"), "Van mij");
		first.unmount();
		setDraftOwner("person-2");
		draw(<OneForm save={vi.fn()} />);
		expect(screen.getByLabelText<HTMLTextAreaElement>("Tekst").value).toBe("");
	});
});

type Versioned = Words & { version: number };
/** A form over a text that somebody else may have changed; it learns of the newer version with the refusal. */
function Edited({ version, save }: { version: number; save: (values: Versioned) => Promise<void> }) {
	const form = useSavingForm<Versioned>({
		defaultValues: { name: "", text: "", version },
		draft: { familyId: "family-1", field: "goal" },
		save,
		onConflict: () => form.hook.setValue("version", 2),
	});
	return (
		<Form form={form} submit="Bewaar">
			<TextArea label="Tekst" {...form.field("text")} />
		</Form>
	);
}

it("keeps with a draft over which version it was written, until its writer chose", async () => {
	const saved: Versioned[] = [];
	const save = async (values: Versioned) => {
		saved.push(values);
		if (values.version < 2) throw problem({ status: 409, code: "conflict", current: { version: 2 } });
	};
	const first = draw(<Edited version={1} save={save} />);
	await userEvent.type(screen.getByLabelText("Tekst"), "Mijn tekst");
	await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
	await waitFor(() => expect(saved).toHaveLength(1));
	await userEvent.type(screen.getByLabelText("Tekst"), ", en meer");
	// The page is closed while both texts are on the screen; opened again, it has the newer version of the other.
	first.unmount();
	draw(<Edited version={2} save={save} />);
	await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
	await waitFor(() => expect(saved).toHaveLength(2));
	expect(saved[1]).toMatchObject({ text: "Mijn tekst, en meer", version: 1 });
	// With both in sight, saving again is the choice.
	await userEvent.click(screen.getByRole("button", { name: "Bewaar" }));
	await waitFor(() => expect(saved).toHaveLength(3));
	expect(saved[2]).toMatchObject({ text: "Mijn tekst, en meer", version: 2 });
});

it("sends once, however often the button is pressed", async () => {
	let done: (value: unknown) => void = () => undefined;
	const save = vi.fn(() => new Promise((resolve) => (done = resolve)));
	draw(<OneForm save={save} />);
	const button = screen.getByRole("button", { name: "Bewaar" });
	await userEvent.dblClick(button);
	await userEvent.click(button);
	expect(save).toHaveBeenCalledTimes(1);
	done({});
});
