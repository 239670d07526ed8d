import { verbOf } from "../../../src/chat/action.ts";
import type { Card } from "../../../src/chat/card.ts";
import { sayIn } from "../../../src/i18n/say.ts";
import type { Viewer } from "../../../src/i18n/viewer.ts";
import type { Severity } from "../../../src/sla/severity.ts";
import type { Ticket, ShownTicket } from "../../../src/tickets/ticket.ts";
import { tickets } from "./sample-tickets.ts";
import { threadMessages } from "./sample.ts";

export const english: Viewer = { locale: "en", timezone: "Europe/Madrid" };

export const sample = (name: string): Ticket => {
  const found = tickets[name];
  if (found === undefined) throw new Error(`no sample ticket ${name}`);
  return found;
};

export const verbs = (card: Card): readonly string[] =>
  card.parts.flatMap((part) =>
    part.part === "buttons"
      ? [...part.buttons, ...(part.menu?.items ?? [])].flatMap((each) =>
          "action" in each ? [verbOf(each.action)] : [],
        )
      : [],
  );

/** A severity as it reads inside a sentence. */
export const severityWord = (severity: Severity): string => sayIn("en")(`severity.${severity}`);

export const withMessages = (of: Ticket): ShownTicket => ({ ticket: of, messages: threadMessages });
