import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cut, showable } from "../../../src/chat/text.ts";
import { escaped, escapedWithin, unescaped } from "../../../adapters/discord/inbound/text.ts";
import { readMarkdown } from "../../support/fake-discord/markdown.ts";
import { literalTexts } from "../gallery.ts";

const anyText = fc.string({ unit: "binary", maxLength: 300 });
const marks = fc.string({
  unit: fc.constantFrom(
    ..."*_~`|<>[]()\\:@#-+>1. \n/",
    "a",
    "👍🏽",
    "https://a.example/x",
    "<@1>",
    "<t:1:R>",
    "@everyone",
    "](https://b.example)",
    "¯\\_(ツ)_/¯",
    ":smile:",
    "```",
    "-# ",
    "# ",
  ),
  maxLength: 30,
});

describe("cutting", () => {
  it.each([
    ["short enough", 20, "short enough"],
    ["too long", 4, "too…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 15, "👩‍👩‍👧‍👦…"],
    ["ab🇪🇸", 5, "ab…"],
    ["x", 0, ""],
  ])("cuts %j to %i as %j", (text, max, expected) => {
    expect(cut(text, max)).toBe(expected);
  });

  it("never exceeds the limit, never breaks a character, and keeps the beginning of the text", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 200 }), (text, max) => {
        const result = cut(text, max);
        expect(result.length).toBeLessThanOrEqual(max);
        if (text.isWellFormed()) expect(result.isWellFormed()).toBe(true);
        expect(text.startsWith(result.replace(/…$/, ""))).toBe(true);
      }),
    );
  });
});

it("shown text has no NUL, no broken surrogate, no direction override and no terminal code", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = showable(text);
      expect(shown.isWellFormed()).toBe(true);
      // oxlint-disable-next-line no-control-regex
      expect(shown).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/);
    }),
  );
});

describe("escaping", () => {
  it("leaves no Markdown that Discord would format, and every word unchanged", () => {
    fc.assert(
      fc.property(marks, (text) => {
        expect(readMarkdown(escaped(text))).toEqual({ text, live: [] });
        expect(unescaped(escaped(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each(literalTexts)("shows %s", (text) => {
    expect(readMarkdown(escaped(text))).toEqual({ text, live: [] });
  });

  it("fits the limit, and parts no mark from its backslash", () => {
    fc.assert(
      fc.property(marks, fc.integer({ min: 0, max: 60 }), (text, max) => {
        const fitted = escapedWithin(text, max);
        expect(fitted.length).toBeLessThanOrEqual(max);
        expect(readMarkdown(fitted).live).toEqual([]);
        expect(text.startsWith(unescaped(fitted).replace(/…$/, ""))).toBe(true);
      }),
    );
  });

  it("adds nothing to ordinary text", () => {
    const words = "Hola (10:30): el vídeo #3 no se ve; ¿alguna novedad? Sí/no, 5 > 4 & 100 %.";
    expect(escaped(words)).toBe(words);
  });
});

describe("the Markdown reader of this test", () => {
  it.each([
    ["**a** _b_ *c* ~~d~~ ||e|| `f`", ["strong", "em", "em", "strike", "spoiler", "code"]],
    ["<@1> <@&1> @everyone <#1>", ["mention", "mention", "mention", "channel"]],
    ["[bank](https://evil.example) https://a.example <https://b.example>", ["link", "link", "link"]],
    ["# a\n-# b\n> c\n- d\n1. e", ["heading", "small", "quote", "list", "list"]],
    [":smile: <:x:1> <t:1:R> </cmd:1>", ["emoji", "emoji", "time", "command"]],
  ])("recognises Markdown: %s", (text, live) => {
    expect(readMarkdown(text).live).toEqual(live);
  });
});
