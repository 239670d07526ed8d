import { expect, test } from "vitest";
import { sizeText } from "../../../adapters/playground/page/size-text.ts";
import { ticketOf } from "../../../adapters/playground/ticket-of.ts";

test("shows the size of a small file in bytes, not as 0 kB", () => {
  expect(sizeText(23, "en")).toBe("23 bytes");
  expect(sizeText(340_000, "en")).toBe("340 kB");
});

const headed = (text: string) =>
  ticketOf({ kind: "card", card: { summary: text, parts: [{ part: "heading", text }] } });

test("finds a ticket's title in its heading, not in what a message says of it", () => {
  expect(headed("T-1001 · No video")).toEqual({ ticket: 1001, label: "T-1001 · No video" });
  expect(headed("T-1001 was escalated to you")).toEqual({ ticket: 1001, label: null });
});
