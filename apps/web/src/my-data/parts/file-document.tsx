import type { GivenOut } from "@samenplan/contract/my-data";
import { Download, FileJson, Printer } from "lucide-react";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Row } from "../../ui/layout.tsx";
import { Notice } from "../../ui/notice.tsx";
import { htmlFile, saveFile } from "../html-file.ts";
import "../my-data.css";

/** A file that was given out: ways to keep it, what is in it, and all of it from top to bottom, in the language it was made in. */
export function FileDocument({ file }: { file: GivenOut }) {
	const say = useText();
	const { document: readable, data, madeAt } = file;
	const name = `samenplan-${madeAt.slice(0, 10)}`;
	return (
		<>
			<div className="data-keep">
				<Row gap="sm">
					<Button
						look="soft"
						icon={<Download aria-hidden="true" />}
						onClick={() => saveFile(`${name}.html`, "text/html;charset=utf-8", htmlFile(readable))}
					>
						{say("my-data.file.save")}
					</Button>
					<Button look="quiet" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>
						{say("my-data.file.print")}
					</Button>
					<Button
						look="quiet"
						icon={<FileJson aria-hidden="true" />}
						onClick={() => saveFile(`${name}.json`, "application/json", JSON.stringify(data, null, "\t"))}
					>
						{say("my-data.file.save-data")}
					</Button>
				</Row>
				<Notice>{say("my-data.file.care")}</Notice>
			</div>
			<article className="data-file" lang={readable.language}>
				{readable.intro.map((line) => (
					<p key={line}>{line}</p>
				))}
				{readable.sections.map((section) => (
					<section key={section.title}>
						<h2>{section.title}</h2>
						{section.intro ? <p className="sp-hint">{section.intro}</p> : null}
						{section.entries.map((entry, index) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: a file never changes while it is read.
							<div className="data-entry" key={index}>
								{entry.heading ? <h3>{entry.heading}</h3> : null}
								<dl>
									{entry.lines.map(({ label, text }) => (
										<div key={label}>
											<dt>{label}</dt>
											<dd>{text}</dd>
										</div>
									))}
								</dl>
							</div>
						))}
					</section>
				))}
			</article>
		</>
	);
}
