import type { InboundEvent } from "../chat/inbound-event.ts";
import { accountOfChannel, accountOfChannelFor, isColleague } from "../tickets/principal.ts";
import { staffChannels } from "../tickets/routes/team.ts";
import type { SourceKind } from "../tickets/ticket.ts";
import { problemCard, type Problem } from "../cards/problem-card.ts";
import { cleanText, hasVisibleText } from "./clean-text.ts";
import type { RequestContext } from "./request-context.ts";
import { routeChannelMessage } from "./route-channel.ts";
import { answer, ifAllowed, work, type Routed } from "./routed.ts";

type Message = Extract<InboundEvent, { kind: "message" }>;

/** How a message outside all ticket threads would become a ticket; null if it would not. */
const sourceKind = (
  { channel, direct, mentionsBot, beginsPost }: Message,
  { actor, principal, desk }: RequestContext,
): SourceKind | null => {
  if (direct === true) return principal.is === "customer" ? "direct" : null;
  const isCustomers = accountOfChannelFor(actor.user, channel, desk) !== null;
  if (
    beginsPost === true &&
    principal.is === "customer" &&
    isCustomers &&
    !isColleague(actor.user, actor.membership, desk)
  )
    return "posted";
  return mentionsBot === true && isCustomers ? "mentioned" : null;
};

/** Tells a person who writes to the bot where it opens no ticket, where it does. The team's own channels get no answer. */
const hint = (message: Message, context: RequestContext): Routed => {
  const { channel, direct, mentionsBot, text } = message;
  const { desk, viewer } = context;
  const say = (
    problem: Extract<Problem["problem"], "staffDirect" | "notACustomersChannel" | "notOfThisCustomer">,
  ): Routed => answer({ kind: "private", card: problemCard({ problem }, viewer) });
  if (direct === true) return hasVisibleText(text) ? say("staffDirect") : answer({ kind: "ignore" });
  const isTeamChannel = staffChannels(desk).includes(channel);
  if (isTeamChannel) return answer({ kind: "ignore" });
  if (mentionsBot !== true) return routeChannelMessage(message, context);
  return say(accountOfChannel(channel, desk) === null ? "notACustomersChannel" : "notOfThisCustomer");
};

/**
 * A message in a thread may belong to a ticket, and a message to the bot becomes one. Other messages in a channel are
 * ignored.
 */
export const routeMessage = (inboundEvent: Message, context: RequestContext): Routed => {
  const { message, text, mentionsBot, direct, files = [], ticket } = inboundEvent;
  if (ticket !== undefined)
    return ifAllowed(context, "receiveMessage", () =>
      hasVisibleText(text) || files.length > 0
        ? work({ kind: "writeOnTicket", number: ticket, text: cleanText(text) })
        : answer({ kind: "ignore" }),
    );
  const how = sourceKind(inboundEvent, context);
  if (message.thread === undefined && how === null) return hint(inboundEvent, context);
  if (!hasVisibleText(text) && mentionsBot !== true && files.length === 0) return answer({ kind: "ignore" });
  const root = { channel: message.channel, id: message.thread ?? message.id };
  // In a thread of the bot's direct messages, staff may answer a reminder as if it were the customer.
  const otherwise = how ?? (direct === true && hasVisibleText(text) ? "staffDirect" : null);
  return work({ kind: "threadMessage", root, text: cleanText(text), ...(otherwise === null ? {} : { otherwise }) });
};
