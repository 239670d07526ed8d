import type { Database } from "../../db/connection/handle.ts";
import { readUnanswered } from "../../db/unanswered-store.ts";
import type { CannedReply } from "../../desk/desk.ts";
import { cannedText, dueAfterReply, dueMark, withDue } from "../../features/reply/index.ts";
import { sayIn } from "../../i18n/say.ts";
import type { Instant } from "../../sla/instant.ts";
import { evolveTicket } from "../../tickets/evolve.ts";
import type { Ticket } from "../../tickets/ticket.ts";
import { webPlace } from "../acting.ts";
import type { Visitor } from "../deps.ts";

interface Given {
  readonly db: Database;
  readonly now: () => Instant;
}

/**
 * A canned reply as the customer reads it if the agent promises no other moment. Where no target is ahead, the agent has to
 * promise one in the form, and the preview says so.
 */
export const cannedPreview = async (
  canned: CannedReply,
  ticket: Ticket,
  { desk, user, person, viewer }: Visitor,
  { db, now }: Given,
): Promise<string> => {
  const text = cannedText(canned, "", ticket, desk);
  if (!text.includes(dueMark)) return text;
  const at = now();
  const by = { kind: "person", user, name: person.name, channel: webPlace } as const;
  const due = dueAfterReply({
    ticket,
    unanswered: await readUnanswered(db, ticket, [at]),
    reply: {
      type: "reply",
      at,
      by,
      alreadyPosted: false,
      text,
      audience: null,
      dueNamed: null,
      update: null,
      setsWaiting: false,
      filled: true,
    },
    by,
    desk,
    evolve: evolveTicket,
  });
  return due === null
    ? text.replaceAll(dueMark, () => sayIn(viewer.locale)("web.dueBelow"))
    : withDue(text, due, ticket, desk);
};
