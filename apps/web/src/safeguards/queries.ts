import { familyEmergencies, listEmergencies, myEmergencies } from "@samenplan/contract/emergencies";
import { listSafetyTracks, readSafetyTrack } from "@samenplan/contract/safety";
import { listWorkNotes } from "@samenplan/contract/work-notes";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/api.ts";

/*
 * Not under ["families", ...]: what is read here is logged each time, and says nothing of the plan, so a change of the plan does not
 * read it anew. What is written here says itself what to read again.
 */
export const myEmergenciesQuery = queryOptions({
	queryKey: ["emergencies", "mine"],
	queryFn: ({ signal }) => call(myEmergencies, { signal }),
	staleTime: 60_000,
});

export const emergenciesQuery = queryOptions({
	queryKey: ["emergencies", "all"],
	queryFn: ({ signal }) => call(listEmergencies, { signal }),
});

export const familyEmergenciesQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["emergencies", "of-family", familyId],
		queryFn: ({ signal }) => call(familyEmergencies, { params: { familyId }, signal }),
		staleTime: 60_000,
		refetchOnMount: "always",
	});

export const workNotesQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["work-notes", familyId],
		queryFn: ({ signal }) => call(listWorkNotes, { params: { familyId }, signal }),
	});

export const safetyTracksQuery = (familyId: string) =>
	queryOptions({
		queryKey: ["safety", familyId, "tracks"],
		queryFn: ({ signal }) => call(listSafetyTracks, { params: { familyId }, signal }),
	});

export const safetyTrackQuery = (familyId: string, safetyTrackId: string) =>
	queryOptions({
		queryKey: ["safety", familyId, "tracks", safetyTrackId],
		queryFn: ({ signal }) => call(readSafetyTrack, { params: { familyId, safetyTrackId }, signal }),
	});
