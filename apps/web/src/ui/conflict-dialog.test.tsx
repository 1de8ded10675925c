import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ConflictDialog } from "./conflict-dialog.tsx";
import { draw } from "./testing.tsx";

afterEach(cleanup);

function show() {
	const onChoose = vi.fn();
	draw(
		<ConflictDialog
			open
			onClose={vi.fn()}
			about="de vraag"
			mine="Wij willen rust."
			theirs="Wij willen tijd."
			theirName="Joost"
			onChoose={onChoose}
		/>,
	);
	return onChoose;
}

describe("when two people wrote at the same time", () => {
	it("shows both texts", () => {
		show();
		expect(screen.getByText("Wij willen rust.")).toBeTruthy();
		expect(screen.getByText("Wij willen tijd.")).toBeTruthy();
		expect(screen.getByText("Wat Joost schreef")).toBeTruthy();
	});

	it("lets my text or the other text stand", async () => {
		const onChoose = show();
		await userEvent.click(screen.getByRole("button", { name: "Neem mijn tekst" }));
		expect(onChoose).toHaveBeenLastCalledWith("Wij willen rust.", "mine");
		await userEvent.click(screen.getByRole("button", { name: "Neem deze tekst" }));
		expect(onChoose).toHaveBeenLastCalledWith("Wij willen tijd.", "theirs");
	});

	it("merges by hand from both texts, with not a word lost", async () => {
		const onChoose = show();
		await userEvent.click(screen.getByRole("button", { name: "Maak er samen één tekst van" }));
		const field = screen.getByLabelText<HTMLTextAreaElement>("De tekst die moet blijven");
		expect(field.value).toContain("Wij willen rust.");
		expect(field.value).toContain("Wij willen tijd.");
		await userEvent.clear(field);
		await userEvent.type(field, "Wij willen rust en tijd.");
		await userEvent.click(screen.getByRole("button", { name: "Bewaar deze tekst" }));
		expect(onChoose).toHaveBeenLastCalledWith("Wij willen rust en tijd.", "merged");
	});
});
