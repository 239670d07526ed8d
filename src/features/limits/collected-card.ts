import { encodeAction } from "../../chat/action.ts";
import type { Card, CardPart, Line } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import type { Place } from "../../tickets/refs.ts";
import { ticketName, type StoredTicket } from "../../tickets/ticket.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { rowOrRegret } from "../lists/index.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { faint, plain } from "../../i18n/spans.ts";
import { sayIn } from "../../i18n/say.ts";

/** The number of tickets that the message lists; further ones move up as these leave it. */
export const collectedShown = 15;

/** Opens the whole ticket on its newest page. */
const newestPage = 0;

/** The number of tickets in a collected message, and the numbers of the first and the last. */
interface Span {
  readonly total: number;
  readonly first: number;
  readonly last: number;
}

/** The same message once it has no ticket. If triage moved to other channels, it names them. */
export const emptyCollectedCard = (place: Place, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const { triage } = desk.channels;
  const hasMoved = place.kind === "channel" && triage.length > 0 && !triage.includes(place.channel);
  const summary = say(hasMoved ? "collected.moved" : "collected.empty");
  const channels = hasMoved ? triage.flatMap((channel): Line => [plain(" "), { t: "channel", channel }]) : [];
  return { summary, parts: [{ part: "text", lines: [[faint(summary), ...channels]] }] };
};

/**
 * The message in a triage channel that collects tickets of people without an account. `tickets` are the first of them.
 */
export const collectedCard = (
  tickets: readonly StoredTicket[],
  { total, first, last }: Span,
  desk: Desk,
  viewer: Viewer,
): Card => {
  const say = sayIn(viewer.locale);
  const heading =
    total === 1
      ? say("collected.one", { first: ticketName(first) })
      : say("collected.many", { total: String(total), first: ticketName(first), last: ticketName(last) });
  const menu = (label: string, action: (ticket: StoredTicket) => string): CardPart => ({
    part: "buttons",
    label,
    buttons: [],
    menu: {
      label,
      items: tickets.map((ticket) => ({
        action: action(ticket),
        label: `${label}: ${ticketName(ticket.number)} ${ticket.status === "unreadable" ? "⚠" : oneLine(ticket.title, 40)}`,
      })),
    },
  });
  const more = total - tickets.length;
  return {
    summary: heading,
    parts: [
      { part: "heading", text: heading },
      { part: "text", lines: tickets.map((ticket) => rowOrRegret(ticket, desk, { is: "staff", place: null }, viewer)) },
      menu(say("collected.take"), ({ number }) => encodeAction("claim", number)),
      menu(say("collected.show"), ({ number }) => encodeAction("show", number, newestPage)),
      menu(say("collected.account"), ({ number }) => encodeAction("account", number)),
      ...(more > 0
        ? [{ part: "small", line: [plain(say("collected.more", { count: more }))] } satisfies CardPart]
        : []),
      { part: "small", line: [faint(say("collected.hint"))] },
    ],
  };
};
