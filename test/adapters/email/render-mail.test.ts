import { describe, expect, test } from "vitest";
import { renderMail } from "../../../adapters/email/render-mail.ts";
import type { Card } from "../../../src/chat/card.ts";
import type { LinkTo } from "../../../src/chat/port.ts";
import { literalTexts, longTexts, unshowableTexts } from "../gallery.ts";

const nowhere: LinkTo = () => null;

const saying = (text: string): Card => ({
  summary: text,
  parts: [
    { part: "heading", text },
    { part: "text", lines: [[{ t: "text", text, strong: true }]] },
    { part: "quote", text },
    { part: "text", lines: [[{ t: "link", url: "javascript:alert(1)", label: text }]] },
  ],
});

/** The HTML part as a browser shows it. */
const shown = (html: string): string =>
  html.replace(/<[^>]*>/g, "").replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));

describe("a person's text stays plain text", () => {
  test.each(literalTexts)("%j", (text) => {
    const { text: plain, html } = renderMail(saying(text), nowhere);
    expect(plain.split(text).length - 1).toBe(4);
    expect(shown(html).split(text).length - 1).toBe(4);
    expect(html).not.toMatch(/<(?:b|script|img|a)\b/);
  });
});

test.each([...unshowableTexts, ...longTexts])(
  "a mail with %j has whole characters and no control characters",
  (text) => {
    const { subject, text: plain, html } = renderMail(saying(text), nowhere);
    expect(subject.length).toBeLessThanOrEqual(180);
    expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    for (const part of [subject, plain, html]) {
      expect(part.isWellFormed()).toBe(true);
      expect(part).not.toMatch(/[^\P{Cc}\n\t]/u);
    }
  },
);

describe("buttons", () => {
  const at = (id: string) => ({ channel: "slack:C0TRIAGE", id }) as const;
  const card: Card = {
    summary: "T-1042",
    parts: [
      {
        part: "buttons",
        label: "Ticket",
        buttons: [
          { action: "claim 1042", label: "Claim" },
          { open: at("1"), label: 'Open <T-1042> "now"' },
        ],
        menu: {
          label: "More",
          items: [
            { action: "why 1042", label: "Why" },
            { open: at("2"), label: "Thread" },
          ],
        },
      },
      { part: "small", line: [{ t: "text", text: "bye" }] },
    ],
  };

  test("with an address become links: label and address", () => {
    const { text, html } = renderMail(card, ({ id }) => `https://acme.slack.com/archives/C0TRIAGE/p${id}?a="1"&b=2`);
    expect(text).toBe(
      [
        'Open <T-1042> "now": https://acme.slack.com/archives/C0TRIAGE/p1?a="1"&b=2',
        'Thread: https://acme.slack.com/archives/C0TRIAGE/p2?a="1"&b=2',
        "",
        "bye",
        "",
      ].join("\n"),
    );
    expect(html.split("\n").find((line) => line.startsWith("<p"))).toBe(
      '<p style="margin:0 0 12px"><a href="https://acme.slack.com/archives/C0TRIAGE/p1?a=&#34;1&#34;&#38;b=2">' +
        "Open &#60;T-1042&#62; &#34;now&#34;</a> · " +
        '<a href="https://acme.slack.com/archives/C0TRIAGE/p2?a=&#34;1&#34;&#38;b=2">Thread</a></p>',
    );
  });

  test.each([null, "javascript:alert(1)", "slack://open", "data:text/html,x", "https://x y"])(
    "that lead to %j are left out",
    (url) => {
      const { text, html } = renderMail(card, () => url);
      expect(text).toBe("bye\n");
      expect(html).not.toMatch(/<a|Open|Thread/);
    },
  );
});
