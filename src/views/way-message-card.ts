import type { Card } from "../chat/card.ts";
import type { Desk } from "../domain/desk.ts";
import { ticketName, type Ticket } from "../domain/ticket.ts";
import type { Instant } from "../domain/refs.ts";
import type { WayMessage } from "../domain/way-facts.ts";
import { listOf, rungWords } from "./event-words.ts";
import { oneLine } from "./excerpt.ts";
import { quoteWithRest } from "./left-out.ts";
import { momentWords } from "./moment-words.ts";
import type { Reader } from "./reader.ts";
import { moment, plain, sentenceCard } from "./spans.ts";
import { managerOf, personOf } from "./who.ts";
import { sayIn, type Say } from "./words/say.ts";

type Said<T extends WayMessage["type"]> = Extract<WayMessage, { type: T }>;

const escalatedCard = (message: Said<"escalated">, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const names = listOf(
    message.to.map((rung) => rungWords(rung, desk, reader)),
    reader,
  );
  const toHead = message.to.some((rung) => rung.how !== "mention" && rung.as === "head");
  const card = sentenceCard(
    sayIn(reader.locale)(toHead ? "way.escalatedInternal" : "way.escalatedNobody", {
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
          ...quoteWithRest({ text: message.why }, 1_000, { number: ticket.number, transcript: true }, reader),
        ],
      };
};

const callRequestedCard = (message: Said<"callRequested">, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const names = listOf(
    message.to.map((rung) => rungWords(rung, desk, reader)),
    reader,
  );
  const about = { name: message.by, ticket: ticketName(ticket.number), number: message.number, names };
  return sentenceCard(
    message.time === null
      ? say("way.callInternal", about)
      : say("way.callInternalTime", { ...about, time: oneLine(message.time, 100) }),
  );
};

const ratedCard = ({ by, score, before }: Said<"rated">, ticket: Ticket, reader: Reader): Card => {
  const say = sayIn(reader.locale);
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

const nudgedCard = (closeAt: Instant | null, ticket: Ticket, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const about = { ticket: ticketName(ticket.number) };
  return sentenceCard(
    closeAt === null
      ? say("way.nudge", about)
      : say("way.nudgeClose", { ...about, until: momentWords(closeAt, reader) }),
  );
};

const toldCard = (message: Said<"told">, ticket: Ticket, desk: Desk, reader: Reader): Card => {
  const say = sayIn(reader.locale);
  const name = knownAs(message.person, ticket, desk, say);
  const about = { ticket: ticketName(ticket.number) };
  const what = wish[message.about];
  const sentence = name === null ? say(`way.told${what}Team`, about) : say(`way.told${what}`, { ...about, name });
  return {
    summary: `${sentence}${momentWords(message.at, reader)}`,
    parts: [{ part: "text", lines: [[plain(sentence), moment(message.at)]] }],
  };
};

/** What is said about a way up: to the team, and to the customer who of us knows, and since when. */
export const wayMessageCard = (
  message: Exclude<WayMessage, { type: "summons" | "ratingShown" }>,
  ticket: Ticket,
  desk: Desk,
  reader: Reader,
): Card => {
  switch (message.type) {
    case "escalated":
      return escalatedCard(message, ticket, desk, reader);
    case "unreached":
      return sentenceCard(
        sayIn(reader.locale)(`way.unreached${wish[message.summons.about]}`, {
          ticket: ticketName(ticket.number),
          name: rungWords(message.summons.rung, desk, reader),
          why: message.why,
        }),
      );
    case "callRequested":
      return callRequestedCard(message, ticket, desk, reader);
    case "called":
      return sentenceCard(
        sayIn(reader.locale)("way.calledInternal", { name: message.by, ticket: ticketName(ticket.number) }),
      );
    case "nudged":
      return nudgedCard(message.closeAt, ticket, reader);
    case "rated":
      return ratedCard(message, ticket, reader);
    case "told":
      return toldCard(message, ticket, desk, reader);
  }
};
