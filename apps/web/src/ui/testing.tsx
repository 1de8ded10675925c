import { nl } from "@samenplan/language/nl";
import { nlWork } from "@samenplan/language/nl.work";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type RenderResult, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { IntlProvider } from "react-intl";
import { MemoryRouter } from "react-router";

/** Draws a part or page in tests, in Dutch, with everything around it that the app gives. A missing message fails the test. */
export function draw(content: ReactNode, { at = "/" }: { at?: string } = {}): RenderResult {
	const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
	return render(
		<QueryClientProvider client={queries}>
			<IntlProvider
				locale="nl"
				messages={{ ...nl, ...nlWork }}
				onError={(error) => {
					throw error;
				}}
			>
				<MemoryRouter initialEntries={[at]}>{content}</MemoryRouter>
			</IntlProvider>
		</QueryClientProvider>,
	);
}

// The simulated browser has no modal dialogs; being open is all that the tests ask of them.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
	this.open = true;
};
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
	this.open = false;
};
