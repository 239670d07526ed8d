import { expect, test } from "vitest";
import { renderCard as onDiscord } from "../../adapters/discord/outbound/render-card.ts";
import { renderMail } from "../../adapters/email/render-mail.ts";
import { renderCard as onSlack } from "../../adapters/slack/outbound/render-card.ts";
import type { Card, MessageRef } from "../../src/chat/card.ts";

const open: MessageRef = { channel: "slack:C0TRIAGE", id: "1.2" };
const card: Card = {
  summary: "List",
  parts: [
    { part: "text", lines: [[{ t: "text", text: "T-1042", strong: true, open }]] },
    { part: "facts", facts: [{ label: "Ticket", value: [{ t: "text", text: "T-1043", open }] }] },
    { part: "small", line: [{ t: "text", text: "T-1044", open }] },
  ],
};
const url = "https://acme.example/archives/C0TRIAGE/p12";

test.each([
  ["Slack", (linkTo: (ref: MessageRef) => string | null) => JSON.stringify(onSlack(card, linkTo))],
  ["Discord", (linkTo: (ref: MessageRef) => string | null) => JSON.stringify(onDiscord(card, linkTo))],
  ["e-mail", (linkTo: (ref: MessageRef) => string | null) => renderMail(card, linkTo).html],
] as const)("a link to a message is a link on %s, and plain text without an address", (_, draw) => {
  expect(draw((ref) => (ref === open ? url : null)).split(url)).toHaveLength(4);
  const plain = draw(() => null);
  expect(plain).not.toContain("https:");
  for (const number of ["T-1042", "T-1043", "T-1044"]) expect(plain).toContain(number);
});
