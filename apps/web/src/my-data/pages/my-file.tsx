import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { useText } from "../../lib/text.tsx";
import { useFamilyId } from "../../plans/queries.ts";
import { Page, PageTitle } from "../../ui/layout.tsx";
import { Loading } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { FileDocument } from "../parts/file-document.tsx";
import { myFileQuery } from "../queries.ts";

/** The file of a granted request, or (at `now`) what is kept about me at this moment: to read, print and keep. */
export default function MyFilePage() {
	const say = useText();
	const familyId = useFamilyId();
	const { requestId } = useParams();
	const { data, error } = useQuery(myFileQuery(familyId, requestId === "now" ? undefined : requestId));
	return (
		<Page width="text">
			<PageTitle
				title={data?.document.title ?? say("my-data.file.title")}
				back={{ to: `/families/${familyId}/my-data`, label: say("my-data.back") }}
			/>
			{error ? <ProblemNotice error={error} /> : data ? <FileDocument file={data} /> : <Loading what={say("my-data.file.loading")} />}
		</Page>
	);
}
