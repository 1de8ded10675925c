import { lazy, Suspense, useSyncExternalStore } from "react";
import { proofIsAsked, subscribeToProof } from "../lib/proof.ts";

const ProveAgain = lazy(() => import("../accounts/parts/prove-again.tsx"));

/** The one place where a refused call finds the dialog to prove again who one is. */
export function ProofAsked() {
	const asked = useSyncExternalStore(subscribeToProof, proofIsAsked);
	return asked ? (
		<Suspense fallback={null}>
			<ProveAgain />
		</Suspense>
	) : null;
}
