import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanText } from "../../src/requests/clean-text.ts";
import { showable } from "../../src/chat/text.ts";
import { formatsAfter } from "../../src/tickets/format.ts";
import { excerpt } from "../../src/i18n/excerpt.ts";

const text = fc
  .array(fc.constantFrom("a", "b ", " ", "\n", "\n \n", "\u0000", "\u202E", "\r\n", "\ud800", "ñ", "👩‍👩‍👧‍👦"), {
    maxLength: 60,
  })
  .map((parts) => parts.join(""));

const visible = (each: string): string => each.replaceAll(/[\s\u0000\p{Cc}\p{Cf}\p{Cs}\uFFFD…]/gu, "");

test.each<[string, (text: string) => string]>([
  ["cleaned", cleanText],
  ["made showable", showable],
  ["cut", (each) => excerpt(each, 12)],
  ["all of it", (each) => excerpt(showable(cleanText(each)), 12)],
])("the formats stay on their text if it is %s", (_, change) => {
  fc.assert(
    fc.property(text, fc.nat(80), fc.nat(80), (before, one, other) => {
      const [from, to] = [Math.min(one, other, before.length), Math.min(Math.max(one, other), before.length)];
      const after = change(before);
      const [kept] = formatsAfter([{ from, to, as: "bold" }], before, after);
      const shown = kept === undefined ? "" : visible(after.slice(kept.from, kept.to));
      expect(visible(before.slice(from, to)).startsWith(shown)).toBe(true);
      if (visible(after) === visible(before)) expect(shown).toBe(visible(before.slice(from, to)));
    }),
    { numRuns: 500 },
  );
});
