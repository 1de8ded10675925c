import { expect, it } from "vitest";
import { htmlFile } from "./html-file.ts";

it("keeps what somebody typed as text in the saved page", () => {
	const page = htmlFile({
		language: "nl",
		title: "Inzage <b>",
		intro: ["a & b"],
		sections: [
			{
				title: "T",
				intro: "",
				entries: [{ heading: "<script>x</script>", lines: [{ label: "L", text: "<img src=x onerror=alert(1)>" }] }],
			},
		],
	});
	expect(page).not.toMatch(/<script|<img|<b>/);
	expect(page).toContain("&lt;script&gt;x&lt;/script&gt;");
	expect(page).toContain('<html lang="nl">');
});
