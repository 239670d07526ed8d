import { oldAction, type ButtonHandlers } from "../../requests/action-handlers.ts";
import { list, queue } from "./ask-for-list.ts";

/** Turns the pages of lists. The words of a list are read with the names of the desk. */
export const listButtons = {
  list: ({ words }, _, context) => list(words, context) ?? oldAction(context),
  queue: ({ words }, _, context) => queue(words, context) ?? oldAction(context),
} satisfies ButtonHandlers<"list" | "queue">;
