import { asProblem } from "../../lib/problems.ts";
import { Text } from "../../lib/text.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

const known = [
	"last-second-factor",
	"no-second-factor",
	"single-sign-on-unreachable",
	"single-sign-on-proposed",
	"single-sign-on-nobody-else",
	"single-sign-on-own-proposal",
	"single-sign-on-new-account",
] as const;

/** Why a way to sign in cannot be changed now, and what to do instead. */
export function WayProblem({ error }: { error: unknown }) {
	const reason = known.find((each) => asProblem(error).reasons?.includes(each));
	if (!reason) return <ProblemNotice error={error} />;
	return (
		<Notice kind="warning" live>
			<p>
				<Text id={`sign-in.reason.${reason}`} />
			</p>
		</Notice>
	);
}
