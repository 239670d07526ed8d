import { hasNoReader, placeToWrite, undeliveredCardKey } from "../../tickets/conversation-place.ts";
import { whenReplied } from "../../tickets/clocks/clock-changes.ts";
import { accept, refuse, type Decision } from "../../tickets/messages.ts";
import { sameAudience } from "../../tickets/refs.ts";
import type { DecideContext } from "../../tickets/rules.ts";
import { judgedFiles } from "../../tickets/files/carried-files.ts";
import { leftUnanswered } from "../../tickets/unanswered.ts";
import { isKnown } from "../../tickets/thread/thread-messages.ts";
import { internalMention, blockedPhrase } from "../../tickets/internal-mention.ts";
import { mergedInto } from "../../tickets/ticket.ts";
import { isReadByCustomer } from "../../tickets/who-may-write.ts";
import { sendReply } from "./pending-replies.ts";

/** What an event says of a reply that was not pending before and promises nothing. */
const sentAtOnce = { replyId: null, sentAt: null, nextUpdateDue: null, setsWaiting: false } as const;

/** A public reply: one that the bot must still send, or one that staff already wrote in the customer's thread. */
export const replyToCustomer = (context: DecideContext<"reply">): Decision => {
  const { ticket, messages, unanswered, command, desk } = context;
  const files = judgedFiles(command.alreadyPosted ? command.files : [], null);
  if (command.text.trim() === "" && files.length === 0) return refuse({ reason: "emptyText" });
  const to = mergedInto(ticket);
  if (to !== null) return refuse({ reason: "continuesIn", to });
  if (!command.alreadyPosted) {
    if (command.by.kind !== "person") return refuse({ reason: "notAllowed" });
    if (hasNoReader(ticket, desk)) return refuse({ reason: "noReader" });
    if (command.audience !== null && !sameAudience(command.audience, placeToWrite(ticket, desk)))
      return refuse({ reason: "audienceChanged" });
    const found = blockedPhrase(command.text, desk);
    return found === null
      ? sendReply({ ...context, reply: command, by: command.by })
      : refuse({ reason: "internalMention", found });
  }
  if (isKnown(messages, command.message)) return refuse({ reason: "notDue" });
  if (command.message !== null && !isReadByCustomer(ticket, command.message.channel, desk))
    return refuse({ reason: "customerElsewhere" });
  const revealed = internalMention([command.text, ...files.map(({ name }) => name)].join("\n"), desk);
  const [next = null] = leftUnanswered(unanswered, command.at);
  return accept(command, {
    type: "replied",
    text: command.text,
    alreadyPosted: true,
    audience: null,
    message: command.message,
    files,
    clocks: whenReplied(ticket, desk, { at: command.at, unread: [], next }),
    nextUnanswered: next,
    revealed,
    ...sentAtOnce,
  });
};

/** A message was not delivered. If a customer's card is refused by every place, triage is notified only once. */
export const reportUndelivered = ({ ticket, command }: DecideContext<"reportUndelivered">): Decision => {
  if (command.to === undefined && command.key === undefined && ticket.conversation.state === "refused")
    return refuse({ reason: "notDue" });
  return accept(command, {
    type: "undelivered",
    text: command.text,
    why: command.why,
    certain: command.certain,
    audience: command.audience ?? null,
    author: command.author ?? null,
    ...(command.to === "tech" ? { to: "tech", key: null } : { to: "customer", key: command.key ?? undeliveredCardKey }),
  });
};
