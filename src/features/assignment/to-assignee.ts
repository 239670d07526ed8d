import type { Effect } from "../../tickets/effect.ts";
import type { Event } from "../../tickets/messages.ts";

/** Notifies the new assignee, or tells the team that they could not be notified. */
export const toAssignee = ({ person, notified, by }: Extract<Event, { type: "assigned" }>): readonly Effect[] => {
  if (person === null || notified === undefined) return [];
  if (notified !== "direct")
    return [
      { type: "send", to: { kind: "internal" }, message: { type: "assigneeNotNotified", person, why: notified } },
    ];
  const name = by.kind === "person" ? by.name : null;
  return [{ type: "send", to: { kind: "person", person }, message: { type: "assigned", person, by: name } }];
};
