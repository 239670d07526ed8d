import { usual } from "../cards/samples/usual.ts";
import { expect, test } from "vitest";
import { threadMessage } from "../../src/tickets/thread/thread-messages.ts";
import type { TicketState } from "../../src/tickets/ticket.ts";
import { customerMessageCard } from "../../src/features/conversation/customer-message-card.ts";
import { cast, given, monday, opening } from "../support/given.ts";
import { stateOf } from "../support/story.ts";
import { desk as shownDesk, noPlaces, audience } from "../cards/samples/sample.ts";

const format = Array.from({ length: 500 }, (_, at) => ({ from: at * 2, to: at * 2 + 1, as: "bold" as const }));
const textOf = (index: number): string => `message ${index} `.padEnd(4_000, "x ");
const messageOf = (index: number) => ({ channel: "slack:C0ACME", id: `${index}.1` }) as const;
const hear = (index: number) => ({
  type: "receiveMessage" as const,
  text: textOf(index),
  format,
  wroteAt: monday + index,
  message: messageOf(index),
});

/** A ticket with `count` messages of the greatest length and with the most formats. */
const flooded = (count: number): TicketState =>
  stateOf(
    Array.from({ length: count }, (_, index) => index).reduce(
      (story, index) => story.when(cast.carla, hear(index)),
      given().when(cast.carla, opening()),
    ),
  );

test("messages do not make the ticket's row grow, and each message keeps as much text as a card shows", () => {
  const { ticket, messages } = flooded(500);
  expect(JSON.stringify(ticket).length).toBeLessThan(100_000);
  expect(threadMessage(messages, messageOf(499))?.text).toBe(textOf(499));
  expect(threadMessage(messages, messageOf(0))?.text).toBe(textOf(0));
});

test("a message that waited behind many others is shown whole", () => {
  const [viewer] = audience;
  if (viewer === undefined) throw new Error("the sample has no reader");
  const card = customerMessageCard(
    {
      ...usual.customerMessage,
      type: "customerMessage",
      content: { text: textOf(0), format: [], by: "Carla", at: monday },
      message: messageOf(0),
      company: null,
    },
    { ...flooded(60), desk: shownDesk, places: noPlaces, viewer, now: monday },
  );
  const quote = card.parts.find(({ part }) => part === "quote");
  expect(quote?.part === "quote" ? quote.text.length : 0).toBeGreaterThan(2_000);
});
