import type { Effect } from "../../tickets/effect.ts";
import type { Event } from "../../tickets/messages.ts";

/** Notifies the new assignee, or tells the team that they could not be notified. */
export const toAssignee = ({ person, told, by }: Extract<Event, { type: "assigned" }>): readonly Effect[] => {
  if (person === null || told === undefined) return [];
  if (told !== "direct")
    return [{ type: "send", to: { kind: "internal" }, message: { type: "assigneeNotNotified", person, why: told } }];
  const name = by.kind === "person" ? by.name : null;
  return [{ type: "send", to: { kind: "person", person }, message: { type: "assigned", person, by: name } }];
};
