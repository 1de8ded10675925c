import * as workNotes from "@samenplan/contract/work-notes";
import { type Route, route } from "../http/route.ts";
import { moveWorkNote, removeWorkNote } from "./move-note.ts";
import { editWorkNote, listWorkNotes, writeWorkNote } from "./write-note.ts";

export const workNoteRoutes: Route[] = [
	route(workNotes.listWorkNotes, listWorkNotes),
	route(workNotes.writeWorkNote, writeWorkNote),
	route(workNotes.editWorkNote, editWorkNote),
	route(workNotes.removeWorkNote, removeWorkNote),
	route(workNotes.moveWorkNote, moveWorkNote),
];
