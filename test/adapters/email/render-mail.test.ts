import { describe, expect, test } from "vitest";
import { renderMail } from "../../../adapters/email/render-mail.ts";
import type { Card } from "../../../src/chat/card.ts";
import { literalTexts, longTexts, unshowableTexts } from "../gallery.ts";

const saying = (text: string): Card => ({
  summary: text,
  parts: [
    { part: "heading", text },
    { part: "text", lines: [[{ t: "text", text, strong: true }]] },
    { part: "quote", text },
    { part: "text", lines: [[{ t: "link", url: "javascript:alert(1)", label: text }]] },
  ],
});

/** What a browser would show of the HTML part. */
const shown = (html: string): string =>
  html.replace(/<[^>]*>/g, "").replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe("people's words stay words", () => {
  test.each(literalTexts)("%j", (text) => {
    const { text: plain, html } = renderMail(saying(text));
    expect(plain.split(text).length - 1).toBe(4);
    expect(shown(html).split(text).length - 1).toBe(4);
    expect(html).not.toMatch(/<(?:b|script|img|a)\b/);
  });
});

test.each([...unshowableTexts, ...longTexts])("%j makes a mail of whole characters, without controls", (text) => {
  const { subject, text: plain, html } = renderMail(saying(text));
  expect(subject.length).toBeLessThanOrEqual(180);
  expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
  for (const part of [subject, plain, html]) {
    expect(part.isWellFormed()).toBe(true);
    expect(part).not.toMatch(/[^\P{Cc}\n\t]/u);
  }
});
