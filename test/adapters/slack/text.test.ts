import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, showable } from "../../../src/chat/text.ts";
import { escaped, escapedWithin, literal } from "../../../adapters/slack/inbound/text.ts";
import { literalTexts } from "../gallery.ts";

const anyText = fc.string({ unit: "binary", maxLength: 300 });

describe("cutting", () => {
  it.each([
    ["short enough", 20, "short enough"],
    ["exactly", 7, "exactly"],
    ["too long", 4, "too…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 15, "👩‍👩‍👧‍👦…"],
    ["ab🇪🇸", 5, "ab…"],
    ["e\u0301e\u0301e\u0301", 4, "e\u0301…"],
    ["x", 0, ""],
  ])("cuts %j to %i as %j", (text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });

  it("never exceeds the limit, never breaks a character, and keeps the beginning of the text", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 200 }), (text, max) => {
        const result = cut(text, max);
        expect(result.length).toBeLessThanOrEqual(Math.max(max, 0));
        if (text.isWellFormed()) expect(result.isWellFormed()).toBe(true);
        expect(text.startsWith(result.replace(/…$/, ""))).toBe(true);
        if (text.length <= max) expect(result).toBe(text);
      }),
    );
  });
});

describe("showing", () => {
  it("leaves no NUL, no broken surrogate, no direction override and no terminal code", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = showable(text);
        expect(shown.isWellFormed()).toBe(true);
        // oxlint-disable-next-line no-control-regex
        expect(shown).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/);
      }),
    );
  });

  it("makes a direction override visible, and keeps right-to-left text", () => {
    expect(showable("exe\u202Egnp")).toBe("exe\uFFFDgnp");
    expect(showable("مرحبا שלום \u200F")).toBe("مرحبا שלום \u200F");
  });
});

describe("escaping", () => {
  it("can be undone, fits the limit, and cuts through no entity", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("&", "<", ">", "a", "👍🏽", "!"), maxLength: 200 }),
        fc.integer({ min: 10, max: 300 }),
        (text, max) => {
          expect(literal(escaped(text))).toBe(text);
          const fitted = escapedWithin(text, max);
          expect(fitted.length).toBeLessThanOrEqual(max);
          expect(fitted).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        },
      ),
    );
  });
});

describe("reading text that Slack wrote for a person", () => {
  it.each([
    ["<@U0ANA> look", "@unknown look"],
    ["<@U0ANA|ana>", "@ana"],
    ["<#C0ACME|acme> and <#C0ACME>", "#acme and #C0ACME"],
    ["<!channel> <!here> <!subteam^S1|@team>", "@channel @here @team"],
    ["<!date^1392734382^{date}|18 February>", "18 February"],
    ["<https://a.example/?x=1&amp;y=2>", "https://a.example/?x=1&y=2"],
    ["<http://a.example|a.example>", "http://a.example"],
    ["<https://evil.example|https://bank.example>", "https://bank.example (https://evil.example)"],
    ["<mailto:bob@example.com|bob@example.com>", "bob@example.com"],
    ["5 &lt; 6 &amp;lt; 7", "5 < 6 &lt; 7"],
  ])("reads %s as %s", (wire, words) => {
    expect(literal(wire)).toBe(words);
  });

  it.each(literalTexts)("returns %s", (text) => {
    expect(literal(escaped(text))).toBe(text);
  });
});
