import { useEffect } from "react";

/** At the foot of every printed page of this screen: a few words, and which page it is of how many. */
export function usePageFooter(words: string, pageOf: string): void {
	useEffect(() => {
		const sheet = new CSSStyleSheet();
		const look = "font: 8.5pt 'Atkinson Hyperlegible Next Variable', sans-serif; color: #51605f;";
		sheet.replaceSync(`@page {
			@bottom-left { content: ${JSON.stringify(words)}; white-space: nowrap; ${look} }
			@bottom-right { content: counter(page) " ${pageOf} " counter(pages); ${look} }
		}`);
		document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
		return () => {
			document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
		};
	}, [words, pageOf]);
}
