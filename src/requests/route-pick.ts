import type { InboundEvent } from "../chat/inbound-event.ts";
import { accountOfChannelFor } from "../tickets/principal.ts";
import { ticketForm } from "../features/open/index.ts";
import { cleanText, titleOf } from "./clean-text.ts";
import type { RequestContext } from "./request-context.ts";
import { routeStaffEmoji } from "./route-channel.ts";
import { answer, ifAllowed, work, type Routed } from "./routed.ts";

/** A message chosen from its menu prefills the form; the person enters what is missing. */
export const routePick = (
  { message, text, channel }: Extract<InboundEvent, { kind: "pick" }>,
  context: RequestContext,
): Routed =>
  ifAllowed(context, "open", () =>
    answer({
      kind: "form",
      form: ticketForm({
        ...context,
        title: titleOf(text),
        description: cleanText(text),
        channel,
        source: { channel: message.channel, message: message.id, root: message.thread ?? message.id },
      }),
    }),
  );

/** The emoji that turns a message into a ticket. */
export const ticketEmoji = "🎫";

/**
 * A ticket emoji in a customer's channel opens a ticket; anywhere else, or from a person who left, it is ignored. Any other emoji of
 * the staff answers a message that belongs to no ticket.
 */
export const routeReaction = (
  { message, emoji, channel }: Extract<InboundEvent, { kind: "react" }>,
  context: RequestContext,
): Routed => {
  if (emoji !== ticketEmoji) return routeStaffEmoji({ channel, id: message.id }, context);
  return accountOfChannelFor(context.actor.user, channel, context.desk) !== null
    ? ifAllowed(context, "open", () => work({ kind: "openFrom", message, how: "reacted" }))
    : answer({ kind: "ignore" });
};
