import type { CountedAct, FilesLeft } from "../../tickets/limits.ts";
import type { CommandType, Event } from "../../tickets/messages.ts";

/** What a command of a customer counts as; null where it is never held back. Taking words back is not: that would keep them. */
export const countedAs = (command: CommandType): CountedAct | null => {
  switch (command) {
    case "open":
      return "tickets";
    case "hear":
    case "editMessage":
    case "resolve":
    case "reopen":
    case "escalate":
    case "requestCall":
    case "rate":
      return "messages";
    default:
      return null;
  }
};

/** What facts carry of a customer's files. */
export const filesIn = (events: readonly Event[]): FilesLeft => {
  const files = events.flatMap((event) => {
    if (event.type === "heard") return event.files ?? [];
    return event.type === "opened" ? (event.wrote?.files ?? []) : [];
  });
  const carried = files.filter(({ rejectedBecause: not }) => not === null);
  return { count: carried.length, bytes: carried.reduce((sum, { size }) => sum + size, 0) };
};
