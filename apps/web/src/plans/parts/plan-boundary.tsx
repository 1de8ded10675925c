import { useQueryClient } from "@tanstack/react-query";
import { Component, type ReactNode, useEffect } from "react";
import { useFamilyId } from "../queries.ts";

type Props = { children: ReactNode; fallback: (error: unknown, retry: () => void) => ReactNode };

/** Catches a plan that may not be read or cannot be reached, and shows that in place of what needs it. */
export function PlanBoundary({ children, fallback }: Props) {
	const familyId = useFamilyId();
	const queries = useQueryClient();
	// What could not be read then is asked again by who comes back to this family: it may be open to them by now.
	useEffect(
		() => () => queries.removeQueries({ queryKey: ["families", familyId], predicate: ({ state }) => state.status === "error" }),
		[queries, familyId],
	);
	return (
		<Boundary
			key={familyId}
			fallback={fallback}
			onRetry={() => {
				void queries.resetQueries({ queryKey: ["families", familyId] });
			}}
		>
			{children}
		</Boundary>
	);
}

class Boundary extends Component<Props & { onRetry: () => void }, { error: unknown }> {
	override state: { error: unknown } = { error: undefined };

	static getDerivedStateFromError(error: unknown) {
		return { error: error ?? new Error("unknown") };
	}

	override render() {
		const { error } = this.state;
		if (error === undefined) return this.props.children;
		return this.props.fallback(error, () => {
			this.props.onRetry();
			this.setState({ error: undefined });
		});
	}
}
