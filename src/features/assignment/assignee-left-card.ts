import { encodeAction } from "../../chat/action.ts";
import type { Card, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { AssigneeLeft } from "./messages.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";
import type { Viewer, TicketPlaces } from "../../i18n/viewer.ts";
import { called } from "../reminders/reminder-mention-card.ts";
import { plain } from "../../i18n/spans.ts";
import { managerOf, nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/**
 * Tells triage that the person who has a ticket left the desk: either who has it now, or that it is on offer, which rings the
 * account manager.
 */
export const assigneeLeftCard = (
  { person, next }: AssigneeLeft,
  ticket: Ticket,
  desk: Desk,
  places: TicketPlaces,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const about = { ticket: ticketName(ticket.number), name: nameOf(desk, person) };
  if (next !== null) {
    const sentence = say("turn.leftInTurn", { ...about, next: nameOf(desk, next) });
    return { summary: sentence, parts: [{ part: "text", lines: [[plain(sentence)]] }] };
  }
  const sentence = say("turn.left", about);
  const notifyTarget = managerOf(desk, ticket);
  const line: Line = [
    ...(notifyTarget === null ? [] : [...called({ person: notifyTarget.key }, desk, places), plain(": ")]),
    plain(sentence),
  ];
  return {
    summary: sentence,
    parts: [
      { part: "text", lines: [line] },
      {
        part: "buttons",
        label: say("button.actions"),
        buttons: [
          { action: encodeAction("claim", ticket.number), label: say("button.claim"), style: "primary" },
          { action: encodeAction("assign", ticket.number), label: say("button.assign") },
        ],
      },
    ],
  };
};
