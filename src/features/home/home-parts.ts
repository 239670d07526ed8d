import { encodeAction } from "../../chat/action.ts";
import type { Button, CardPart, Line, MessageRef } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { rich } from "../../i18n/rich.ts";
import { sayIn } from "../../i18n/say.ts";
import { faintly, moment, plain, strong } from "../../i18n/spans.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import type { Instant } from "../../sla/instant.ts";
import type { Principal } from "../../tickets/principal.ts";
import { platformOf } from "../../tickets/refs.ts";
import { ticketName, type StoredTicket } from "../../tickets/ticket.ts";
import { rowOrRegret } from "../lists/index.ts";

/** What every home is drawn with. `platform` is where it is shown: a button can link only to messages there. */
export interface HomeContext {
  readonly desk: Desk;
  readonly viewer: Viewer;
  readonly now: Instant;
  readonly platform: string;
}

/** Where each ticket can be opened. */
export type Places = ReadonlyMap<number, MessageRef>;

/** The head of a home: its name, when it was drawn, and its buttons. */
export const homeHead = (
  heading: string,
  buttons: readonly Button[],
  { viewer, now }: Pick<HomeContext, "viewer" | "now">,
): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const refresh = { action: encodeAction("home"), label: say("home.refresh") };
  return [
    { part: "heading", text: heading },
    { part: "buttons", label: say("button.actions"), buttons: [...buttons, refresh] },
    { part: "small", line: faintly(rich(say, "home.asOf", { at: moment(now) })) },
  ];
};

/** A section: its title, and its lines or a sentence instead of them. */
export const section = (title: string, lines: readonly Line[], instead: string): readonly CardPart[] => [
  { part: "divider" },
  { part: "text", lines: [[strong(title)], ...(lines.length === 0 ? [[plain(instead)]] : lines)] },
];

/** The row of each ticket. */
export const ticketRows = (
  tickets: readonly StoredTicket[],
  { is, places }: { readonly is: Principal["is"]; readonly places: Places },
  { desk, viewer }: HomeContext,
): readonly Line[] =>
  tickets.map((ticket) => rowOrRegret(ticket, desk, { is, place: places.get(ticket.number) ?? null }, viewer));

/** A button for each readable ticket: to its card if that is on the same platform, else to a private message that shows it. */
export const openTicketButtons = (
  tickets: readonly StoredTicket[],
  places: Places,
  { viewer, platform }: Pick<HomeContext, "viewer" | "platform">,
): readonly Button[] => {
  const say = sayIn(viewer.locale);
  return tickets.flatMap(({ number, status }): readonly Button[] => {
    if (status === "unreadable") return [];
    const label = say("list.openTicket", { ticket: ticketName(number) });
    const open = places.get(number);
    return open !== undefined && platformOf(open.channel) === platform
      ? [{ open, label }]
      : [{ action: encodeAction("show", number, 0), label }];
  });
};

/** A row of buttons; none without buttons. */
export const buttonRow = (label: string, buttons: readonly Button[]): readonly CardPart[] =>
  buttons.length === 0 ? [] : [{ part: "buttons", label, buttons }];
