import { rich } from "../../i18n/rich.ts";
import { managerOf } from "../../tickets/people.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Card, Line } from "../../chat/card.ts";
import { ticketName } from "../../tickets/ticket.ts";
import type { ViewContext } from "../../i18n/viewer.ts";
import type { NotificationOf } from "../../cards/feature-views.ts";
import { triageMentions } from "../../cards/people.ts";
import { plain } from "../../i18n/spans.ts";
import { nameOf } from "../../i18n/directory.ts";
import { sayIn } from "../../i18n/say.ts";

/**
 * Tells triage that a ticket's assignee left the desk, and who is the assignee now. If no agent is available, the card
 * asks for one and mentions the account manager.
 */
export const assigneeLeftCard = (
  { person, next }: NotificationOf<"assigneeLeft">,
  { ticket, desk, places, viewer }: ViewContext,
): Card => {
  const say = sayIn(viewer.locale);
  const about = { ticket: ticketName(ticket.number), name: nameOf(desk, person) };
  if (next !== null) {
    const sentence = say("assignee.leftReassigned", { ...about, next: nameOf(desk, next) });
    return { summary: sentence, parts: [{ part: "text", lines: [[plain(sentence)]] }] };
  }
  const sentence = say("assignee.left", about);
  const manager = managerOf(desk, ticket);
  const people = manager === null ? [] : triageMentions({ person: manager.key }, desk, places);
  const line: Line = people.length === 0 ? [plain(sentence)] : rich(say, "mention.before", { people, sentence });
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
