import * as comments from "@samenplan/contract/comments";
import { type Route, route } from "../http/route.ts";
import { answerComment } from "./answer-comment.ts";
import { writeComment } from "./write-comment.ts";

export const commentRoutes: Route[] = [route(comments.writeComment, writeComment), route(comments.answerComment, answerComment)];
