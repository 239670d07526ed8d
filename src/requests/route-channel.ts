import type { InboundEvent } from "../chat/inbound-event.ts";
import { mayBeRequest } from "../features/unticketed/index.ts";
import { accountOfChannel, accountOfChannelFor, isColleague, isStaff } from "../tickets/principal.ts";
import { platformOf, type ChannelRef, type MessageKey } from "../tickets/refs.ts";
import { staffChannels } from "../tickets/routes/team.ts";
import { watchOf } from "../tickets/thread/unticketed.ts";
import type { RequestContext } from "./request-context.ts";
import { answer, work, type Routed } from "./routed.ts";

type Message = Extract<InboundEvent, { kind: "message" }>;

/** Whether messages in the channel that belong to no ticket are watched. */
const isWatched = (channel: ChannelRef, { desk }: RequestContext): boolean => {
  const account = accountOfChannel(channel, desk);
  return account !== null && watchOf(account, desk) !== null && !staffChannels(desk).includes(channel);
};

/** Staff, and colleagues in our workspace whom the desk file does not name. */
const isOurs = ({ actor, principal, desk }: RequestContext): boolean =>
  principal.is === "staff" || isColleague(actor.user, actor.membership, desk);

/** Whether the message begins with a mention of another customer, and mentions nobody on the staff. */
const isForAnotherCustomer = ({ mentions = [], channel }: Message, { desk }: RequestContext): boolean => {
  const people = mentions.flatMap(({ is, id, from }) =>
    is === "user" ? [{ from, user: `${platformOf(channel)}:${id}` as const }] : [],
  );
  return people.some(({ from }) => from === 0) && !people.some(({ user }) => isStaff(user, desk));
};

/** Whether a customer's message may ask for something that nobody has made a ticket of. */
const mayAsk = (message: Message, context: RequestContext): boolean => {
  if (message.textLeftOut === true) return true;
  const { text, files = [] } = message;
  return mayBeRequest(text, files.length > 0, context.desk) && !isForAnotherCustomer(message, context);
};

/** A message in a channel, in no thread and not for the bot. A customer's waits for an answer; one of the staff answers. */
export const routeChannelMessage = (message: Message, context: RequestContext): Routed => {
  const { channel } = message;
  if (!isWatched(channel, context)) return answer({ kind: "ignore" });
  if (isOurs(context)) return work({ kind: "staffAnswer", channel, about: null });
  const isCustomer = accountOfChannelFor(context.actor.user, channel, context.desk) !== null;
  return isCustomer && mayAsk(message, context)
    ? work({ kind: "channelMessage", message: message.message })
    : answer({ kind: "ignore" });
};

/** Whether what this person does in the channel answers a customer's message there that belongs to no ticket. */
export const isStaffAnswer = (channel: ChannelRef, context: RequestContext): boolean =>
  isWatched(channel, context) && isOurs(context);

/** An emoji of the staff on a message answers its author. */
export const routeStaffEmoji = (about: MessageKey, context: RequestContext): Routed =>
  isStaffAnswer(about.channel, context)
    ? work({ kind: "staffAnswer", channel: about.channel, about })
    : answer({ kind: "ignore" });
