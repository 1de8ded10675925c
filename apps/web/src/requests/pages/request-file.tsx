import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { FileDocument } from "../../my-data/parts/file-document.tsx";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Loading, Notice } from "../../ui/notice.tsx";
import { Refused } from "../parts/refused.tsx";
import { requestFileQuery } from "../queries.ts";

/** The file as the asker gets it, without what is for the family or named people alone: to look over before granting, to print and hand over after. */
export default function RequestFilePage() {
	const say = useText();
	const { familyId = "", requestId = "" } = useParams();
	const { data, error } = useQuery(requestFileQuery(familyId, requestId));
	return (
		<Page width="text">
			<PageTitle
				title={data ? say("requests.file-of", { name: String(data.data.asker) }) : say("requests.open-file")}
				back={{ to: `/requests/${familyId}/${requestId}`, label: say("requests.back") }}
			/>
			{data && data.withheldBecause.length > 0 ? (
				<div className="sp-no-print">
					<Notice title={say("safeguards.notes.withheld-for-you")}>
						<ul>
							{data.withheldBecause.map((why) => (
								<li key={why}>{why}</li>
							))}
						</ul>
					</Notice>
				</div>
			) : null}
			{error ? <Refused error={error} /> : data ? <FileDocument file={data} /> : <Loading what={say("my-data.file.loading")} />}
		</Page>
	);
}
