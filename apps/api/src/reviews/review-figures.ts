import type { ReviewMonth } from "@samenplan/contract/reviews";
import type { ActorTx } from "../http/as-actor.ts";

type Row = Pick<ReviewMonth, "month" | "asked" | "advised" | "urgent"> & { median_days: number | null; slowest_days: number | null };

/** How long an advice takes in the organisation, per month of asking; counts and days only, no names. */
export const readReviewFigures = (tx: ActorTx): Promise<ReviewMonth[]> => figures(tx, { ofTeam: false });

/** As {@link readReviewFigures}, for the families of the team lead's own team. */
export const readTeamReviewFigures = (tx: ActorTx): Promise<ReviewMonth[]> => figures(tx, { ofTeam: true });

async function figures(tx: ActorTx, { ofTeam }: { ofTeam: boolean }): Promise<ReviewMonth[]> {
	const rows = await tx.sql<Row>({ name: "review_figures", text: "select * from app.review_figures($1)", values: [ofTeam] });
	return rows.map(({ median_days, slowest_days, ...month }) => ({ ...month, medianDays: median_days, slowestDays: slowest_days }));
}
