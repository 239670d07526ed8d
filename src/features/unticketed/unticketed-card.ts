import { encodeAction } from "../../chat/action.ts";
import type { Button, Card, CardPart, Line } from "../../chat/card.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn, type Say } from "../../i18n/say.ts";
import { faintly, moment, plain } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef, MessageKey } from "../../tickets/refs.ts";
import { ticketName } from "../../tickets/ticket.ts";
import { unticketedChoices, type UnticketedChoice, type UnticketedOutcome } from "../../tickets/thread/unticketed.ts";

/** What became of customers' messages that belonged to no ticket. `by`: who on the staff answered or decided; null: nobody did. */
export interface UnticketedEnd {
  readonly outcome: UnticketedOutcome;
  readonly by: string | null;
  readonly ticket: number | null;
}

/** Customers' messages that belong to no ticket, as triage is shown them. No text of the customer is among it. */
export interface ShownUnticketed {
  readonly id: number;
  /** The account's name. */
  readonly account: string;
  readonly channel: ChannelRef;
  /** The first message that waits, and who wrote it, if the platform tells; null if none waits any more. */
  readonly first: (MessageKey & { readonly author: string | null }) | null;
  /** How many messages wait. */
  readonly count: number;
  readonly firstAt: Instant;
  /** When a ticket opens by itself; null: none does. */
  readonly openAt: Instant | null;
  /** Null while nothing is decided. */
  readonly decided: UnticketedEnd | null;
}

const becameText = ({ outcome, by, ticket }: UnticketedEnd, say: Say): string => {
  switch (outcome) {
    case "ticket":
      return say("unticketed.became.ticket", { ticket: ticketName(ticket ?? 0) });
    case "answered":
    case "elsewhere":
    case "notRequest":
      return say(`unticketed.became.${outcome}`, { name: oneLine(by ?? say("unticketed.colleague"), 80) });
    default:
      return say(`unticketed.became.${outcome}`);
  }
};

const button: Readonly<
  Record<UnticketedChoice, { readonly verb: Parameters<typeof encodeAction>[0]; readonly style?: "primary" }>
> = {
  ticket: { verb: "ticket-from-channel", style: "primary" },
  elsewhere: { verb: "answered-elsewhere" },
  notRequest: { verb: "not-a-request" },
};

/** What became of the messages, for an agent who presses a button too late. */
export const becameOfUnticketed = (decided: UnticketedEnd, { locale }: Viewer): string =>
  becameText(decided, sayIn(locale));

/**
 * The message in triage about customers' messages that belong to no ticket: what Plazo knows of them, and what an agent can choose.
 * Once it is decided, the buttons give way to what became of them.
 */
export const unticketedCard = (shown: ShownUnticketed, viewer: Viewer): Card => {
  const { id, account, channel, first, count, firstAt, openAt, decided } = shown;
  const say = sayIn(viewer.locale);
  const named = { account: oneLine(account, 80) };
  if (decided !== null) {
    const summary = say("unticketed.over", named);
    return {
      summary,
      parts: [
        { part: "heading", text: summary },
        { part: "text", lines: [[plain(becameText(decided, say))]] },
      ],
    };
  }
  const summary = say("unticketed.waiting", { ...named, count });
  const where = { at: moment(firstAt), channel: { t: "channel", channel } } as const;
  const author = first?.author ?? null;
  const about: Line =
    author === null
      ? rich(say, "unticketed.firstAt", where)
      : rich(say, "unticketed.firstAtBy", { name: plain(oneLine(author, 80)), ...where });
  const look: readonly Button[] =
    first === null ? [] : [{ open: { channel: first.channel, id: first.id }, label: say("unticketed.look") }];
  const next: readonly CardPart[] =
    openAt === null ? [] : [{ part: "small", line: faintly(rich(say, "unticketed.opensAt", { at: moment(openAt) })) }];
  const choices = unticketedChoices.map((choice): Button => {
    const { verb, ...style } = button[choice];
    return { action: encodeAction(verb, id), label: say(`unticketed.choose.${choice}`), ...style };
  });
  return {
    summary,
    parts: [
      { part: "heading", text: summary },
      { part: "text", lines: [about] },
      ...next,
      { part: "buttons", label: say("unticketed.whatIsIt"), buttons: [...choices, ...look] },
    ],
  };
};
