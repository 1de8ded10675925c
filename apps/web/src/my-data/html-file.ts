import type { ReadableDocument } from "@samenplan/contract/my-data";

const escaped = (text: string) =>
	text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[sign] ?? sign);

/** The file as one page that opens in any browser and needs nothing else; every text is text, whatever somebody typed. */
export function htmlFile({ language, title, intro, sections }: ReadableDocument): string {
	const parts = sections.map(
		(section) =>
			`<section><h2>${escaped(section.title)}</h2>${section.intro ? `<p>${escaped(section.intro)}</p>` : ""}${section.entries
				.map(
					({ heading, lines }) =>
						`<article>${heading ? `<h3>${escaped(heading)}</h3>` : ""}<dl>${lines
							.map(({ label, text }) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`)
							.join("")}</dl></article>`,
				)
				.join("")}</section>`,
	);
	return `<!doctype html>
<html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1d2b2a}h2{margin-top:2.5rem}article{margin:1rem 0 1.5rem;break-inside:avoid}h3{margin:0 0 .3rem}dl{margin:0}dt{color:#51615f;font-size:.95rem}dd{margin:0 0 .5rem;white-space:pre-wrap}</style>
</head><body><h1>${escaped(title)}</h1>${intro.map((line) => `<p>${escaped(line)}</p>`).join("")}${parts.join("")}</body></html>`;
}

/** Lets the browser keep something as a file on this device. */
export function saveFile(name: string, type: string, content: string): void {
	const address = URL.createObjectURL(new Blob([content], { type }));
	const link = Object.assign(document.createElement("a"), { href: address, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
