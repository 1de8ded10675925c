import { useSearchParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { LogSearch } from "../parts/log-search.tsx";
import { OddPatterns } from "../parts/odd-patterns.tsx";
import "../parts/log.css";

/** For the privacy officer: what stands out in the log, and searching it. */
export default function LogPage() {
	const say = useText();
	const [address, setAddress] = useSearchParams();
	const place = address.get("view") === "search" ? "search" : "odd";
	return (
		<Page>
			<PageTitle title={say("audit.work.title")} intro={say("audit.work.intro")} />
			<Tabs
				label={say("audit.work.tabs")}
				selected={place}
				onSelect={(id) => setAddress(id === "search" ? { view: "search" } : {}, { replace: true })}
				tabs={[
					{ id: "odd", label: say("audit.work.odd"), content: place === "odd" ? <OddPatterns /> : null },
					{ id: "search", label: say("audit.work.search"), content: place === "search" ? <LogSearch /> : null },
				]}
			/>
		</Page>
	);
}
