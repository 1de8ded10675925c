import { acceptMyInvitation, declineMyInvitation, listMyInvitations } from "@samenplan/contract/involvements";
import { dateInWords, dayOf } from "@samenplan/language/dates";
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useIntl } from "react-intl";
import { useNavigate } from "react-router";
import { call } from "../../lib/api.ts";
import { useText } from "../../lib/text.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Row, Section } from "../../ui/layout.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DeclineDialog } from "./decline-dialog.tsx";

export const myInvitationsQuery = queryOptions({
	queryKey: ["me", "invitations"],
	queryFn: ({ signal }) => call(listMyInvitations, { signal }),
});

type Mine = Awaited<ReturnType<NonNullable<typeof myInvitationsQuery.queryFn>>>;

/** Who invited me while I sign in already for another family: accept, or say no. */
export function MyInvitations({ invitations }: { invitations: Mine }) {
	const say = useText();
	const { locale } = useIntl();
	const go = useNavigate();
	const queries = useQueryClient();
	const [declining, setDeclining] = useState<string>();
	const accept = useMutation({
		mutationFn: (invitationId: string) => call(acceptMyInvitation, { params: { invitationId } }),
		onSuccess: async ({ familyId }) => {
			await queries.invalidateQueries({ queryKey: ["me"] });
			await go(`/families/${familyId}`);
		},
	});
	const decline = useMutation({
		mutationFn: ({ invitationId, words }: { invitationId: string; words: string }) =>
			call(declineMyInvitation, { params: { invitationId }, body: { words } }),
		onSuccess: () => {
			setDeclining(undefined);
			return queries.invalidateQueries({ queryKey: ["me"] });
		},
	});
	return (
		<Section title={say("accounts.invitations")}>
			{accept.error ? <ProblemNotice error={accept.error} /> : null}
			{invitations.map(({ id, invitedBy, organisation, expiresAt }) => (
				<Card key={id} as="article" className="sp-stack">
					<h3>{say("accounts.invitations.by", { invitedBy })}</h3>
					<p>
						{say("accounts.card.invited-by", { organisation })} {say("accounts.card.until", { day: dateInWords(dayOf(expiresAt), locale) })}
					</p>
					<Row>
						<Button pending={accept.isPending && accept.variables === id} onClick={() => accept.mutate(id)}>
							{say("accounts.card.accept")}
						</Button>
						<Button look="quiet" onClick={() => setDeclining(id)}>
							{say("accounts.card.decline")}
						</Button>
					</Row>
				</Card>
			))}
			<DeclineDialog
				open={declining !== undefined}
				onClose={() => setDeclining(undefined)}
				pending={decline.isPending}
				error={decline.error}
				onDecline={(words) => declining && decline.mutate({ invitationId: declining, words })}
			/>
		</Section>
	);
}
