import { openFollowUp } from "../tickets/execute/open-follow-up.ts";
import { cleanFormatted } from "../requests/clean-text.ts";
import { outcomeCard } from "../requests/outcome-card.ts";
import type { RequestContext } from "../requests/request-context.ts";
import type { Card } from "../chat/card.ts";
import type { InboundEvent } from "../chat/inbound-event.ts";
import { sayIn } from "../i18n/say.ts";
import { sentenceCard } from "../i18n/spans.ts";
import { filesLimitedCard } from "../features/attachments/index.ts";
import { whatBecomes } from "../features/conversation/index.ts";
import { isColleague, isTicketOf } from "../tickets/principal.ts";
import { mayReopen, mayWriteIn } from "../tickets/who-may-write.ts";
import { severityOf, type Ticket } from "../tickets/ticket.ts";
import type { Event, Refusal } from "../tickets/messages.ts";
import type { WorkDeps } from "../jobs/deps.ts";

/** What became of a customer's message: what to tell the author, and why the message was not taken. */
export interface ReceivedOutcome {
  readonly card: Card | null;
  readonly refusal: Refusal | null;
}

type CustomerMessage = Extract<InboundEvent, { kind: "message" }>;

interface Writing {
  readonly text: string;
  readonly context: RequestContext;
  /** The limit of tickets does not count the follow-up: the message was counted when it arrived. */
  readonly isCounted: boolean;
  /** When the ticket's closing is judged: when the author wrote, or when the message left a prompt. */
  readonly judgedAt: number;
}

const filesOf = (event: Event) => {
  if (event.type === "customerWrote") return event.files ?? [];
  return event.type === "opened" ? (event.openingMessage?.files ?? []) : [];
};

/** Tells the author that files were not copied because their limit is used up. Null if no file was rejected for it. */
export const overQuotaCard = (events: readonly Event[], { desk, viewer }: RequestContext): Card | null => {
  const over = events.flatMap(filesOf).filter(({ rejectedBecause }) => rejectedBecause === "quota").length;
  return over > 0 ? filesLimitedCard(over, desk.limits.files, viewer) : null;
};

/** A colleague whom the desk file does not name. Their message is recorded and opens nothing. */
const isBystander = ({ requester }: Ticket, { context: { actor, desk } }: Writing): boolean =>
  actor.user !== requester.user && isColleague(actor.user, actor.membership, desk);

/** The command that opens a ticket from a message below one that was closed too long ago. Null if it opens none. */
const openingAfter = (
  followed: Ticket,
  { at, channel, message, format = [], direct, files = [] }: CustomerMessage,
  writing: Writing,
) => {
  const { text, context, judgedAt } = writing;
  const { desk, principal, actor } = context;
  if (isBystander(followed, writing) || !isTicketOf(actor.user, principal, followed, desk)) return null;
  if (whatBecomes(followed, { text, at: judgedAt, message, closedBy: null }, desk) !== "followsUp") return null;
  const wrote = cleanFormatted({ text, format });
  return {
    type: "open",
    by: actor,
    at,
    title: followed.title,
    description: wrote.text,
    severity: severityOf(followed),
    askedIn: channel,
    follows: followed.number,
    ...(followed.account === null ? {} : { account: followed.account }),
    ...(followed.area === null ? {} : { facts: { area: followed.area } }),
    kind: followed.kind,
    openingMessage: {
      message: { channel: message.channel, id: message.id },
      by: { user: actor.user, name: actor.name },
      ...wrote,
      at,
      files,
    },
    ...(followed.conversation.kind === "person" || direct === true ? { isPrivate: true as const } : {}),
  } as const;
};

/**
 * Whether a customer who is a stranger to the ticket wrote below it after it was closed, for example a contact of another
 * account or a person who left. Their message neither reopens the ticket nor opens a follow-up of it.
 */
const isStrangersMessage = (ticket: Ticket, { message }: CustomerMessage, writing: Writing): boolean => {
  const { text, context, judgedAt } = writing;
  const { desk, principal, actor } = context;
  const { user } = actor;
  if (principal.is === "staff" || isBystander(ticket, writing) || mayReopen(ticket, { user, principal }, desk))
    return false;
  const becomes = whatBecomes(ticket, { text, at: judgedAt, message, closedBy: null }, desk);
  // Where they may not write at all, the ticket refuses their message itself.
  return (
    becomes === "followsUp" ||
    (becomes === "reopens" && mayWriteIn(ticket, { user, principal, channel: message.channel }, desk))
  );
};

/**
 * Opens a follow-up if a customer wrote on a ticket that was closed too long ago to be reopened. Both tickets show the
 * link. A stranger to the ticket is told that the message was not taken, and how to open a ticket of their own. Returns
 * null if the message belongs to the ticket itself. `superseded`: another process reopened the ticket, or opened the
 * follow-up first. The caller must look again.
 */
export const followUp = async (
  deps: Pick<WorkDeps, "database" | "desk" | "now">,
  inboundEvent: CustomerMessage,
  ticket: Ticket,
  writing: Writing,
): Promise<ReceivedOutcome | "superseded" | null> => {
  const { isCounted, context } = writing;
  if (isStrangersMessage(ticket, inboundEvent, writing))
    return {
      card: sentenceCard(sayIn(context.viewer.locale)("message.closedForOthers")),
      refusal: { reason: "noSuchTicket" },
    };
  const command = openingAfter(ticket, inboundEvent, writing);
  if (command === null) return null;
  const opened = await openFollowUp(deps, command, {
    key: inboundEvent.key,
    follows: ticket.number,
    command: (followed) => openingAfter(followed, inboundEvent, writing),
    isCounted,
  });
  if (opened === null) return "superseded";
  if (!opened.ok)
    return {
      card: outcomeCard({ kind: "open", command }, opened, context.desk, context.viewer),
      refusal: opened.refusal,
    };
  const card =
    overQuotaCard(opened.events, context) ??
    outcomeCard({ kind: "open", command }, opened, context.desk, context.viewer);
  return { card, refusal: null };
};
