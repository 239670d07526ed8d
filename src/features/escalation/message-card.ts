import type { Instant } from "../../sla/instant.ts";
import type { Card } from "../../chat/card.ts";
import type { Desk } from "../../desk/desk.ts";
import { ticketName, type Ticket } from "../../tickets/ticket.ts";

import type { CallbackNotification } from "../callback/messages.ts";
import type { RatingNotification } from "../rating/messages.ts";
import type { WaitingNotification } from "../waiting/messages.ts";
import type { EscalationNotification } from "./messages.ts";

import { listOf, notifyTargetText } from "../history/history-lines.ts";
import { oneLine } from "../../i18n/excerpt.ts";
import { quoteWithRest } from "../conversation/left-out.ts";
import { momentWords } from "../../i18n/moment-words.ts";
import type { Viewer } from "../../i18n/viewer.ts";
import { moment, plain, sentenceCard } from "../../i18n/spans.ts";
import { managerOf, personOf } from "../../i18n/directory.ts";
import { sayIn, type Say } from "../../i18n/say.ts";

type EscalationMessage = EscalationNotification | CallbackNotification | RatingNotification | WaitingNotification;
type Said<T extends EscalationMessage["type"]> = Extract<EscalationMessage, { type: T }>;

const escalatedCard = (message: Said<"escalated">, ticket: Ticket, desk: Desk, viewer: Viewer): Card => {
  const names = listOf(
    message.to.map((notifyTarget) => notifyTargetText(notifyTarget, desk, viewer)),
    viewer,
  );
  const toHead = message.to.some((notifyTarget) => notifyTarget.how !== "mention" && notifyTarget.as === "head");
  const card = sentenceCard(
    sayIn(viewer.locale)(toHead ? "way.escalatedInternal" : "way.escalatedNobody", {
      name: message.by,
      ticket: ticketName(ticket.number),
      names,
    }),
  );
  return message.why === null
    ? card
    : {
        ...card,
        parts: [
          ...card.parts,
          ...quoteWithRest({ text: message.why }, 1_000, { number: ticket.number, transcript: true }, viewer),
        ],
      };
};

const callRequestedCard = (message: Said<"callRequested">, ticket: Ticket, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const names = listOf(
    message.to.map((notifyTarget) => notifyTargetText(notifyTarget, desk, viewer)),
    viewer,
  );
  const about = { name: message.by, ticket: ticketName(ticket.number), number: message.number, names };
  return sentenceCard(
    message.time === null
      ? say("way.callInternal", about)
      : say("way.callInternalTime", { ...about, time: oneLine(message.time, 100) }),
  );
};

const ratedCard = ({ by, score, before }: Said<"rated">, ticket: Ticket, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const about = { name: by, ticket: ticketName(ticket.number), score: say(`way.score.${score}`) };
  return sentenceCard(
    before === null
      ? say("way.ratedInternal", about)
      : say("way.ratedAnewInternal", { ...about, before: say(`way.score.${before}`) }),
  );
};

/** Customers know the head of support and their account manager by name; everybody else is the team. */
const knownAs = (person: string | null, ticket: Ticket, desk: Desk, say: Say): string | null => {
  const found = personOf(desk, person);
  if (found === null) return null;
  if (found.roles.includes("head")) return say("way.headOfSupport", { name: found.name });
  return managerOf(desk, ticket)?.key === found.key ? say("way.managerOfAccount", { name: found.name }) : null;
};

const wish = { escalation: "Escalation", call: "Call", consulting: "Consulting" } as const;

const nudgedCard = (closeAt: Instant | null, ticket: Ticket, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const about = { ticket: ticketName(ticket.number) };
  return sentenceCard(
    closeAt === null
      ? say("way.nudge", about)
      : say("way.nudgeClose", { ...about, until: momentWords(closeAt, viewer) }),
  );
};

const toldCard = (message: Said<"told">, ticket: Ticket, desk: Desk, viewer: Viewer): Card => {
  const say = sayIn(viewer.locale);
  const name = knownAs(message.person, ticket, desk, say);
  const about = { ticket: ticketName(ticket.number) };
  const what = wish[message.about];
  const sentence = name === null ? say(`way.told${what}Team`, about) : say(`way.told${what}`, { ...about, name });
  return {
    summary: `${sentence}${momentWords(message.at, viewer)}`,
    parts: [{ part: "text", lines: [[plain(sentence), moment(message.at)]] }],
  };
};

/** What is said about a way up: to the team, and to the customer who of us knows, and since when. */
export const escalationMessageCard = (
  message: Exclude<EscalationMessage, { type: "page" | "ratingShown" }>,
  ticket: Ticket,
  desk: Desk,
  viewer: Viewer,
): Card => {
  switch (message.type) {
    case "escalated":
      return escalatedCard(message, ticket, desk, viewer);
    case "unreached":
      return sentenceCard(
        sayIn(viewer.locale)(`way.unreached${wish[message.page.about]}`, {
          ticket: ticketName(ticket.number),
          name: notifyTargetText(message.page.to, desk, viewer),
          why: message.why,
        }),
      );
    case "callRequested":
      return callRequestedCard(message, ticket, desk, viewer);
    case "called":
      return sentenceCard(
        sayIn(viewer.locale)("way.calledInternal", { name: message.by, ticket: ticketName(ticket.number) }),
      );
    case "nudged":
      return nudgedCard(message.closeAt, ticket, viewer);
    case "rated":
      return ratedCard(message, ticket, viewer);
    case "told":
      return toldCard(message, ticket, desk, viewer);
  }
};
