import PDFDocument from "pdfkit";
import type { GivenFile } from "../../http/route.ts";
import { lettersFor, type Run, type Weight } from "./letters.ts";

/** A4 in points, with room to hold the paper and to write beside the words. */
const width = 595.28;
const height = 841.89;
const margin = { side: 62, top: 58, bottom: 72 };
const inside = width - 2 * margin.side;
const bottom = height - margin.bottom;
const ink = "#1d2a2c";
const quiet = "#51605f";
const colours = { family: "#0f5c5c", notice: "#83460a", rule: "#c9c2b4" } as const;
const lineHeight = 1.45;

type Look = { size?: number; weight?: Weight; colour?: string };
type Piece = Look & { text: string };
type Line = { runs: (Run & { x: number; size: number; colour: string })[]; height: number; width: number };
type Place = { x: number; width: number };

export type Words = { text: string; label?: string; language?: string };
export type Column = { title: string; share: number };

/**
 * A document on A4 paper that everybody can read: what a heading, a quote, a list and a table are is in the file (tagged, PDF/UA), as are
 * its language and title; the letters are those of the screens. Words are laid out by the line, so that long ones run on over as
 * many pages as they need, and a heading never stands alone at the foot of a page.
 */
export function openPaper(about: { title: string; language: string; madeAt: Date; picture: string }) {
	const doc = new PDFDocument({
		size: "A4",
		margin: 0,
		bufferPages: true,
		pdfVersion: "1.7",
		subset: "PDF/UA",
		tagged: true,
		displayTitle: true,
		lang: about.language,
		info: { Title: about.title, Creator: "Samenplan", Producer: "Samenplan", CreationDate: about.madeAt, ModDate: about.madeAt },
	} as object as PDFKit.PDFDocumentOptions);
	const letters = lettersFor(doc, about.picture);
	const root = doc.struct("Document");
	doc.addStructure(root);
	let y = margin.top;
	let page = 0;
	/** Lines beside and below words: drawn last, as they are no part of what is read aloud. */
	const marks: { page: number; x: number; y: number; width: number; height: number; colour: string }[] = [];

	function newPage(): void {
		doc.continueOnNewPage({ size: "A4", margin: 0 });
		page += 1;
		y = margin.top;
	}
	/** Begins a new page unless so much still fits; more than a page never does. */
	function room(needed: number): void {
		if (y > margin.top && y + Math.min(needed, bottom - margin.top) > bottom) newPage();
	}
	const space = (points: number) => {
		if (y > margin.top) y += points;
	};

	const widthOf = ({ text, font }: Run, size: number) => doc.font(font).fontSize(size).widthOfString(text);

	function linesOf(pieces: readonly Piece[], limit: number): Line[] {
		const lines: Line[] = [];
		let line: Line = { runs: [], height: 0, width: 0 };
		const end = (size: number) => {
			line.height = Math.max(line.height, size * lineHeight);
			lines.push(line);
			line = { runs: [], height: 0, width: 0 };
		};
		for (const { text, size = 11, weight = "plain", colour = ink } of pieces) {
			const put = (word: string) => {
				for (const run of letters.runs(word, weight)) {
					const last = line.runs.at(-1);
					const wide = widthOf(run, size);
					if (last && last.font === run.font && last.size === size && last.colour === colour) last.text += run.text;
					else line.runs.push({ ...run, x: line.width, size, colour });
					line.width += wide;
				}
				line.height = Math.max(line.height, size * lineHeight);
			};
			const wide = (word: string) => letters.runs(word, weight).reduce((sum, run) => sum + widthOf(run, size), 0);
			for (const [place, paragraph] of text.replaceAll("\r\n", "\n").split("\n").entries()) {
				if (place > 0) end(size);
				for (const word of paragraph.match(/\s+|\S+/gu) ?? []) {
					const blank = word.trim() === "";
					if (!blank && line.width > 0 && line.width + wide(word) > limit) end(size);
					if (blank) {
						if (line.width > 0) put(" ");
					} else
						for (const part of wide(word) > limit ? inParts(word, (start) => wide(start) <= limit) : [word]) {
							if (line.width > 0 && line.width + wide(part) > limit) end(size);
							put(part);
						}
				}
			}
		}
		if (line.runs.length > 0) lines.push(line);
		return lines;
	}

	const heightOf = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.height, 0);

	/** Draws lines below each other, over as many pages as they take; `bar` draws a line beside them. */
	function draw(lines: readonly Line[], { x }: Pick<Place, "x">, bar?: string): void {
		for (const line of lines) {
			if (y + line.height > bottom) newPage();
			drawLine(line, x, y);
			if (bar) marks.push({ page, x: x - 12, y, width: 2.5, height: line.height, colour: bar });
			y += line.height;
		}
	}
	function drawLine(line: Line, x: number, top: number): void {
		for (const run of line.runs)
			doc
				.font(run.font)
				.fontSize(run.size)
				.fillColor(run.colour)
				.text(run.text, x + run.x, top, { lineBreak: false });
	}
	const everywhere: Place = { x: margin.side, width: inside };

	const part = (type: string, content: () => void, options: { lang?: string } = {}) => doc.struct(type, options, content);
	const langOf = (language?: string) => (language && language !== about.language ? { lang: language } : {});

	return {
		/** A heading; what follows begins on the same page. */
		heading(level: 1 | 2 | 3, text: string, language?: string): void {
			const size = { 1: 24, 2: 15.5, 3: 12.5 }[level];
			const lines = linesOf([{ text, size, weight: "bold", colour: level === 3 ? ink : colours.family }], inside);
			space({ 1: 0, 2: 22, 3: 12 }[level]);
			room(heightOf(lines) + (level === 2 ? 110 : 60));
			if (level === 2) doc.outline.addItem(text);
			root.add(part(`H${level}`, () => draw(lines, everywhere), langOf(language)));
			y += { 1: 4, 2: 6, 3: 3 }[level];
		},
		/** A paragraph, with a name before it when it needs one. */
		words({ text, label, language }: Words, look: "plain" | "lead" | "quiet" = "plain"): void {
			const style = { plain: {}, lead: { size: 14 }, quiet: { size: 9.5, colour: quiet } }[look];
			const lines = linesOf([...(label ? [{ text: `${label} `, weight: "bold" as const, ...style }] : []), { text, ...style }], inside);
			room(Math.min(heightOf(lines), 40));
			root.add(part("P", () => draw(lines, everywhere), langOf(language)));
			y += 6;
		},
		/** Somebody's own words: who says it, and below it what. */
		quote({ who, note, text, language }: { who: string; note?: string } & Words): void {
			const place = { x: margin.side + 14, width: inside - 14 };
			const by = linesOf(
				[{ text: who, weight: "bold", size: 10 }, ...(note ? [{ text: ` · ${note}`, size: 10, colour: quiet }] : [])],
				place.width,
			);
			const said = linesOf([{ text }], place.width);
			space(2);
			room(heightOf(by) + Math.min(heightOf(said), 50));
			const quote = doc.struct("BlockQuote", {}, [
				part("P", () => draw(by, place, colours.family)),
				...(text ? [part("P", () => draw(said, place, colours.family), langOf(language))] : []),
			]);
			root.add(quote);
			y += 9;
		},
		/** Something that must not be overlooked: a title and what it says. */
		notice(title: string, words: readonly Words[]): void {
			const place = { x: margin.side + 14, width: inside - 14 };
			const head = linesOf([{ text: title, weight: "bold", size: 12, colour: colours.notice }], place.width);
			const said = words.map((each) => ({ lines: linesOf([{ text: each.text }], place.width), language: each.language }));
			space(8);
			room(heightOf(head) + 40);
			root.add(
				doc.struct("Sect", {}, [
					part("P", () => draw(head, place, colours.notice)),
					...said.map(({ lines, language }) => part("P", () => draw(lines, place, colours.notice), langOf(language))),
				]),
			);
			y += 12;
		},
		/** Lines with a dot before them, each with what it begins with in bold. */
		list(items: readonly Words[]): void {
			if (items.length === 0) return;
			const place = { x: margin.side + 14, width: inside - 14 };
			const list = doc.struct("L");
			root.add(list);
			for (const { label, text, language } of items) {
				const lines = linesOf([...(label ? [{ text: `${label}: `, weight: "bold" as const }] : []), { text }], place.width);
				const dot = linesOf([{ text: "•", colour: colours.family }], 14);
				room(Math.min(heightOf(lines), 40));
				list.add(
					doc.struct("LI", {}, [
						part("Lbl", () => {
							const at = y;
							draw(dot, { x: margin.side + 2 });
							y = at;
						}),
						part("LBody", () => draw(lines, place), langOf(language)),
					]),
				);
				y += 3;
			}
			list.end();
			y += 4;
		},
		/** Rows under named columns; the first cell names its row, the last may run on over pages. */
		table(columns: readonly Column[], rows: readonly (readonly Words[])[]): void {
			const gap = 14;
			const all = columns.reduce((sum, { share }) => sum + share, 0);
			let x = margin.side;
			const places = columns.map(({ share }) => {
				const place = { x, width: (inside * share) / all - gap };
				x += (inside * share) / all;
				return place;
			});
			const table = doc.struct("Table");
			root.add(table);
			const row = (cells: readonly Words[], head: boolean, next: number) => {
				const laid = cells.map(({ text, label }, place) => ({
					lines: linesOf(
						[
							...(label ? [{ text: `${label} `, weight: "bold" as const, size: 10 }] : []),
							{ text, size: head ? 9.5 : 10.5, weight: head || place === 0 ? "bold" : "plain", colour: head ? quiet : ink },
						],
						(places[place] as Place).width,
					),
					place: places[place] as Place,
				}));
				room(Math.max(...laid.map(({ lines }) => heightOf(lines))) + 8 + next);
				const [top, onPage] = [y, page];
				let end = y;
				table.add(
					doc.struct(
						"TR",
						{},
						laid.map(({ lines, place }, at) =>
							doc.struct(
								head || at === 0 ? "TH" : "TD",
								{ ...(head ? { scope: "Column" } : at === 0 && { scope: "Row" }), ...langOf(cells[at]?.language) } as object,
								() => {
									if (page === onPage) y = top;
									draw(lines, place);
									end = page === onPage ? Math.max(end, y) : y;
								},
							),
						),
					),
				);
				y = end + 4;
				marks.push({ page, x: margin.side, y, width: inside, height: head ? 1 : 0.5, colour: head ? colours.family : colours.rule });
				y += 5;
			};
			row(
				columns.map(({ title }) => ({ text: title })),
				true,
				36,
			);
			for (const cells of rows) row(cells, false, 0);
			table.end();
			y += 4;
		},
		space,
		/** Ends the document: the foot of each page, and the lines beside the words. */
		async close(name: string, foot: (page: number, pages: number) => { left: string; right: string }): Promise<GivenFile> {
			root.end();
			const { count } = doc.bufferedPageRange();
			for (let at = 0; at < count; at += 1) {
				doc.switchToPage(at);
				doc.markContent("Artifact", { type: "Layout" });
				for (const mark of joined(marks.filter((each) => each.page === at)))
					doc.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.colour);
				doc.endMarkedContent();
				doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] } as object);
				const { left, right } = foot(at + 1, count);
				const small = (text: string) => linesOf([{ text, size: 8.5, colour: quiet }], inside * 0.8)[0];
				const [begin, end] = [small(left), small(right)];
				if (begin) drawLine(begin, margin.side, height - 44);
				if (end) drawLine(end, width - margin.side - end.width, height - 44);
				doc.endMarkedContent();
			}
			const chunks: Buffer[] = [];
			const whole = new Promise<Uint8Array>((resolve, reject) => {
				doc.on("data", (chunk: Buffer) => chunks.push(chunk));
				doc.on("end", () => resolve(Buffer.concat(chunks)));
				doc.on("error", reject);
			});
			doc.end();
			return { name, bytes: await whole };
		},
	};

	/** Lines that follow each other as one, so that a bar has no seams. */
	function joined(all: typeof marks): typeof marks {
		const result: typeof marks = [];
		for (const mark of all) {
			const last = result.at(-1);
			if (last && last.x === mark.x && last.width === mark.width && Math.abs(last.y + last.height - mark.y) < 0.01)
				last.height += mark.height;
			else result.push({ ...mark });
		}
		return result;
	}
}

export type Paper = ReturnType<typeof openPaper>;

/** A word that is wider than the paper, cut where it must be. */
function inParts(word: string, fits: (start: string) => boolean): string[] {
	const parts: string[] = [];
	let part = "";
	for (const sign of word) {
		if (part && !fits(part + sign)) {
			parts.push(part);
			part = "";
		}
		part += sign;
	}
	return part ? [...parts, part] : parts;
}
