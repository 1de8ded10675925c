import * as safety from "@samenplan/contract/safety";
import { type Route, route } from "../http/route.ts";
import { closeSafetyTrack, decideSafety, unshieldSafetyTrack } from "./decide-track.ts";
import { listSafetyTracks, readSafetyTrack } from "./read-track.ts";
import { openSafetyTrack, writeSafetyEntry } from "./write-entry.ts";

export const safetyRoutes: Route[] = [
	route(safety.listSafetyTracks, listSafetyTracks),
	route(safety.readSafetyTrack, readSafetyTrack),
	route(safety.openSafetyTrack, openSafetyTrack),
	route(safety.writeSafetyEntry, writeSafetyEntry),
	route(safety.decideSafety, decideSafety),
	route(safety.closeSafetyTrack, closeSafetyTrack),
	route(safety.unshieldSafetyTrack, unshieldSafetyTrack),
];
