import { ProblemError } from "@samenplan/contract/client";
import { cleanup, screen } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { afterEach, describe, expect, it } from "vitest";
import { ProblemMore, ProblemNotice } from "../../ui/problem-notice.tsx";
import { draw } from "../../ui/testing.tsx";
import { moreOfProblem } from "./more-of-problem.tsx";
// Read before the tests begin: how long that takes is no matter of theirs.
import "./reasons.tsx";

const refused = new ProblemError({
	type: "",
	title: "",
	status: 409,
	code: "move-not-possible",
	reasons: ["no-scores"],
	possible: ["write_evaluate", "mark_complex", "put_version"],
});

function show(error: unknown) {
	draw(
		<ProblemMore value={moreOfProblem}>
			<Routes>
				<Route path="/families/:familyId/*" element={<ProblemNotice error={error} />} />
			</Routes>
		</ProblemMore>,
		{ at: "/families/f1/steps/evaluate" },
	);
}

describe("a problem on any page", () => {
	afterEach(cleanup);

	it("says of a refused move why, and offers what is possible now, each where it is made", async () => {
		show(refused);
		const links = await screen.findAllByRole("link");
		expect(links.map((link) => link.getAttribute("href"))).toEqual(["/families/f1/steps/clarify", "/families/f1/versions"]);
		expect(screen.getAllByRole("list")[0]?.textContent).not.toBe("");
	});

	it("says nothing more of another problem", async () => {
		// What comes in later is there by now, and would show at once.
		show(refused);
		await screen.findAllByRole("link");
		cleanup();
		show(new ProblemError({ type: "", title: "", status: 403, code: "not-allowed", possible: ["put_version"] }));
		expect(screen.queryByRole("link")).toBeNull();
	});
});
