import { expect, it } from "vitest";
import { showable } from "../../../src/chat/text.ts";
import { quoteIn } from "../../../adapters/discord/inbound/quote.ts";
import { renderCard } from "../../../adapters/discord/outbound/render-card.ts";
import { literalTexts } from "../gallery.ts";

const card = (text: string) => ({
  summary: "T-1042",
  parts: [
    { part: "text", lines: [[{ t: "text", text: "> Tom Berg" } as const]] } as const,
    { part: "quote", text } as const,
    { part: "buttons", label: "Ticket", buttons: [{ action: "clientUpdate 1042", label: "Client update" }] } as const,
  ],
});

it.each([...literalTexts, "one\n\nthree > 2\n> four"])(
  "reads the text that a card quotes back unchanged: %s",
  (text) => {
    const content = renderCard(card(text), () => null);
    expect(quoteIn(structuredClone(content.components))).toBe(showable(text));
  },
);

it("reads nothing from a card without a quote", () => {
  const [posted] = card("").parts;
  if (posted === undefined) throw new Error("no text");
  expect(
    quoteIn(structuredClone(renderCard({ summary: "T-1042", parts: [posted] }, () => null).components)),
  ).toBeUndefined();
});
