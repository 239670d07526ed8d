import { alwaysEscalates } from "../escalation/index.ts";
import { encodeAction } from "../../chat/action.ts";
import type { Button, CardPart } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { openTargets } from "../../tickets/clocks/breach.ts";
import { whyNoCall } from "../callback/index.ts";
import { continuesInTicket, ticketName, type Ticket } from "../../tickets/ticket.ts";
import { isMissed, latestClocks } from "../../cards/due-line.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** Whether to offer escalation: after a breach, or always if the plan says so. */
const mayEscalate = (ticket: Ticket, desk: Desk): boolean =>
  latestClocks(ticket).some(
    (clock) =>
      isMissed(clock) || clock.end?.how === "breached" || openTargets(clock).some(({ breached }) => breached === true),
  ) || alwaysEscalates(ticket, desk);

const close = (ticket: Ticket, say: Say): Button => ({
  action: encodeAction("resolve", ticket.number, "own"),
  label: say("button.close"),
  confirm: {
    title: say("closeConfirm.title", { ticket: ticketName(ticket.number) }),
    text: say("closeConfirm.text"),
    yes: say("button.close"),
    no: say("form.cancel"),
  },
});

/** The buttons on a customer's own ticket. A ticket that continues in another one cannot be reopened. */
export const customerButtons = (ticket: Ticket, desk: Desk, viewer: Viewer): readonly CardPart[] => {
  const say = sayIn(viewer.locale);
  const reopen: Button = { action: encodeAction("reopen", ticket.number, "own"), label: say("button.reopen") };
  const call: Button = { action: encodeAction("requestCall", ticket.number), label: say("button.requestCall") };
  const escalate: Button = { action: encodeAction("escalate", ticket.number), label: say("button.escalate") };
  const open = [
    ...(whyNoCall(ticket, desk) === null ? [call] : []),
    ...(mayEscalate(ticket, desk) ? [escalate] : []),
    close(ticket, say),
  ];
  const buttons = ticket.status === "resolved" ? (continuesInTicket(ticket) === null ? [reopen] : []) : open;
  return buttons.length === 0 ? [] : [{ part: "buttons", label: say("buttons.needMore"), buttons }];
};
