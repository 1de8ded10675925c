import { ProblemError } from "@samenplan/contract/client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useSyncExternalStore } from "react";
import { IntlProvider } from "react-intl";
import { BrowserRouter } from "react-router";
import { messagesNow, needWorkMessages, subscribeToMessages } from "../lib/messages.ts";
import { moreOfProblem } from "../plans/parts/more-of-problem.tsx";
import { Announcer } from "../ui/announce.tsx";
import { ProblemMore } from "../ui/problem-notice.tsx";
import { Toasts } from "../ui/toast.tsx";
import { OfflineBar } from "./offline-bar.tsx";
import { Router } from "./router.tsx";

/**
 * Answers are fresh for a quarter of a minute; the live stream tells of changes. A refused or unknown thing is not asked again,
 * a lost connection twice. Without a connection things fail with words instead of waiting in silence.
 */
const queries = new QueryClient({
	defaultOptions: {
		queries: {
			staleTime: 15_000,
			networkMode: "always",
			retry: (count, error) => count < 2 && error instanceof ProblemError && (error.problem.status === 0 || error.problem.status === 503),
		},
		mutations: { networkMode: "always", retry: false },
	},
});

export function App() {
	return (
		<StrictMode>
			<QueryClientProvider client={queries}>
				<Language>
					<BrowserRouter>
						<ProblemMore value={moreOfProblem}>
							<OfflineBar />
							<Router />
							<Announcer />
							<Toasts />
						</ProblemMore>
					</BrowserRouter>
				</Language>
			</QueryClientProvider>
		</StrictMode>
	);
}

function Language({ children }: { children: React.ReactNode }) {
	const messages = useSyncExternalStore(subscribeToMessages, messagesNow);
	return (
		<IntlProvider
			locale={messages.language}
			messages={messages.words}
			timeZone="Europe/Amsterdam"
			onError={(error) => {
				// A family's page that borrows a word of the professional's side gets it a moment later.
				if (error.code === "MISSING_TRANSLATION" && !messages.work) void needWorkMessages();
				else console.error(error);
			}}
		>
			{children}
		</IntlProvider>
	);
}
