import { rich } from "../../i18n/rich.ts";
import { beganInSource } from "../../tickets/conversation-place.ts";
import { isStrangerTo } from "../../tickets/customer-to-notify.ts";
import { managerOf } from "../../tickets/people.ts";
import { isStaff } from "../../tickets/principal.ts";
import { phoneFor } from "../callback/index.ts";
import type { Clock } from "../../sla/clock.ts";
import type { Card, CardPart, Line, Span } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { leftOutLines } from "../../cards/quote.ts";
import { pausedSince, clocksOf } from "../../tickets/clocks/plan.ts";
import { mergedInto, severityOf, ticketName, type Ticket, type ShownTicket } from "../../tickets/ticket.ts";
import { opensAt } from "../../sla/working-time.ts";
import { describedPart } from "../open/index.ts";
import { latestClocks, latestOf } from "../../cards/due-line.ts";
import { factsOn } from "../ticket-facts.ts";
import { customerButtons } from "./customer-buttons.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { dotted, fact, faint, moment, momentAndLeft, plain, mentionOf, strong } from "../../i18n/spans.ts";
import { ticketHeading, severityLabel, severityMarkOf, tonePart, progressOf } from "../../cards/ticket-heading.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

/** When the first response is due or was given. The customer card does not say that it was late. */
const firstAnswer = (clock: Clock, say: Say): Line | null => {
  if (clock.end === null) return [momentAndLeft(clock.target.due)];
  return clock.end.how === "cancelled" ? null : rich(say, "conversation.answeredAt", { at: moment(clock.end.at) });
};

/** The customer's other targets: the next response, an update, the resolution. */
const otherTargets = (ticket: Ticket, say: Say): readonly ReturnType<typeof fact>[] =>
  latestClocks(ticket).flatMap((clock) => {
    if (clock.end !== null) return [];
    const isPaused = pausedSince(ticket, clock) !== null;
    const when = isPaused ? plain(say("conversation.solutionWaits")) : momentAndLeft(clock.target.due);
    switch (clock.kind) {
      case "firstResponse":
      case "tech":
        return [];
      case "nextResponse":
        return [fact(say("conversation.nextAnswerBy"), when)];
      case "update":
        return [fact(say("conversation.updateBy"), when)];
      case "resolution":
        return [fact(say("conversation.solutionBy"), when)];
    }
  });

/** The account manager, and the number that the customer may ring; null if the ticket has no manager. */
export const contactLine = (ticket: Ticket, desk: Desk, say: Say): Line | null => {
  const manager = managerOf(desk, ticket);
  if (manager === null) return null;
  const phone = phoneFor(desk, ticket, severityOf(ticket));
  return dotted([plain(manager.name)], phone === null ? [] : [plain(say("conversation.phoneHint", { phone }))]);
};

/** The facts that a customer may know; none of them is internal. */
export const customerFacts = (ticket: Ticket, desk: Desk, viewer: Viewer): Extract<CardPart, { part: "facts" }> => {
  const say = sayIn(viewer.locale);
  const clock = latestOf(ticket, "firstResponse");
  const answer = clock === null ? null : firstAnswer(clock, say);
  const answerLabel = clock?.end === null ? say("conversation.firstAnswerBy") : say("clock.firstResponse");
  const contact = contactLine(ticket, desk, say);
  return {
    part: "facts",
    facts: [
      fact(severityLabel(ticket, say), plain(severityMarkOf(ticket, say))),
      ...factsOn(ticket, { desk, viewer }, "everyone"),
      fact(say("fact.status"), plain(say(`progress.${progressOf(ticket)}`))),
      ...(answer === null ? [] : [fact(answerLabel, ...answer)]),
      ...otherTargets(ticket, say),
      ...(contact === null ? [] : [fact(say("conversation.contact"), ...contact)]),
    ],
  };
};

/** For a severity that no person chose: the assumed one, and how to change it. */
const assumed = (ticket: Ticket, say: Say): readonly CardPart[] =>
  ticket.source === null || ticket.source.how === "picked" || ticket.sla.confirmedSeverity !== null
    ? []
    : [
        {
          part: "text",
          lines: [[plain(say("conversation.severityAssumed", { severity: say(`severity.${severityOf(ticket)}`) }))]],
        },
      ];

/** For a ticket from outside working hours: when they begin. */
const outsideHours = (ticket: Ticket, say: Say): readonly CardPart[] => {
  const clock = clocksOf(ticket, "firstResponse")[0];
  const opening = clock === undefined ? null : opensAt(clock.target.calendar, ticket.openedAt);
  return opening === null || progressOf(ticket) !== "received"
    ? []
    : [{ part: "text", lines: [rich(say, "conversation.outsideHours", { at: moment(opening) })] }];
};

/** What a customer should know of a new ticket: when working hours begin, and which severity was assumed. */
export const openingRemarks = (ticket: Ticket, { locale }: Viewer): readonly CardPart[] => {
  const say = sayIn(locale);
  return [...outsideHours(ticket, say), ...(ticket.status === "resolved" ? [] : assumed(ticket, say))];
};

const howToAdd = ({ conversation }: Ticket, say: Say): string =>
  say(
    conversation.kind === "channel" && conversation.thread !== undefined
      ? "conversation.howToAddHere"
      : "conversation.howToAdd",
  );

/** What the customer can do next. */
const nextStep = (ticket: Ticket, say: Say): string => {
  const to = mergedInto(ticket);
  if (to !== null) return say("link.howItGoesOn", { to: ticketName(to) });
  return ticket.status === "resolved"
    ? say("conversation.howToReopen", { number: ticket.number })
    : howToAdd(ticket, say);
};

/**
 * A ticket opened from the customer's own message need not repeat it. The text of a form is shown, because it is
 * nowhere else.
 */
const isShownAbove = ({ ticket: { source, conversation }, messages }: ShownTicket): boolean =>
  source !== null &&
  beganInSource(source, conversation) &&
  (source.how !== "picked" || messages.some(({ kind }) => kind === "opened"));

/**
 * The requester as the customer's card greets them. A requester who became a stranger to the account is named without a
 * mention, because a card that is posted again would notify them.
 */
const greeted = (ticket: Ticket, desk: Desk): Span => {
  const { user, name } = ticket.requester;
  return isStrangerTo(ticket, user, desk) && !isStaff(user, desk) ? strong(name) : mentionOf(user, name);
};

/**
 * The customer's card, at the root of their thread or in it. It mentions the requester when posted; edits notify no
 * one.
 */
export const conversationCard = (state: ShownTicket, desk: Desk, viewer: Viewer): Card => {
  const { ticket } = state;
  const say = sayIn(viewer.locale);
  const heading = ticketHeading(ticket);
  return {
    summary: heading,
    ...tonePart(ticket),
    parts: [
      { part: "heading", text: heading },
      {
        part: "text",
        lines: [rich(say, "conversation.greeting", { name: greeted(ticket, desk) })],
      },
      ...(ticket.description === "" || isShownAbove(state)
        ? []
        : [describedPart(state, 500), ...leftOutLines({ text: ticket.description }, 500, ticket.number, viewer)]),
      customerFacts(ticket, desk, viewer),
      ...openingRemarks(ticket, viewer),
      ...customerButtons(ticket, desk, viewer),
      {
        part: "small",
        line: [faint(nextStep(ticket, say))],
      },
    ],
  };
};
