import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calendarText } from "../../src/i18n/calendar-text.ts";
import { durationText } from "../../src/i18n/duration-text.ts";
import { cutToUnits, excerpt, oneLine } from "../../src/i18n/excerpt.ts";
import { targetText } from "../../src/i18n/target-text.ts";
import { audienceArgument, audienceFrom } from "../../src/chat/action-arguments.ts";
import { office } from "./samples/sample.ts";

const minute = 60_000;
const hour = 60 * minute;
const always = { name: "always", open: "always" } as const;

test.each([
  [500, "1 second", "1 segundo"],
  [90_000, "1 minute, 30 seconds", "1 minuto y 30 segundos"],
  [hour, "1 hour", "1 hora"],
  [25 * hour + 59_000, "25 hours", "25 horas"],
  [51 * hour, "2 days, 3 hours", "2 días y 3 horas"],
])("%d ms are %s", (ms, english, spanish) => {
  expect([durationText(ms, "en"), durationText(ms, "es")]).toEqual([english, spanish]);
});

test.each([
  [{ days: 0, ms: hour }, always, "1 hour, day and night", "1 hora, de día y de noche"],
  [{ days: 1, ms: 0 }, always, "24 hours, day and night", "24 horas, de día y de noche"],
  [{ days: 0, ms: 4 * hour }, office, "4 working hours", "4 horas laborables"],
  [{ days: 0, ms: hour }, office, "1 working hour", "1 hora laborable"],
  [{ days: 0, ms: 30 * minute }, office, "30 working minutes", "30 minutos laborables"],
  [
    { days: 0, ms: 90 * minute },
    office,
    "1 hour, 30 minutes of working time",
    "1 hora y 30 minutos de horario laboral",
  ],
  [{ days: 1, ms: 0 }, office, "1 working day", "1 día laborable"],
  [{ days: 0, ms: 5_000 }, office, "5 seconds of working time", "5 segundos de horario laboral"],
] as const)("a target of %j is shown in the time of its calendar", (target, calendar, english, spanish) => {
  expect([targetText(target, calendar, "en"), targetText(target, calendar, "es")]).toEqual([english, spanish]);
});

test("a calendar names its days in the viewer's language", () => {
  expect(calendarText(office, "es")).toBe("lun–vie 09:00–14:00, 15:30–18:30; sáb 10:00–13:00 (Europe/Madrid)");
});

describe("cutting", () => {
  test("keeps short text whole and marks a cut", () => {
    expect(excerpt("  short\n\n\n\nwords ", 280)).toBe("short\n\nwords");
    expect(excerpt("a".repeat(281), 280)).toBe(`${"a".repeat(280)}…`);
    expect(excerpt("a".repeat(280), 280)).toBe("a".repeat(280));
  });

  test("counts the same characters, whether or not a text needs the segmenter", () => {
    const units = ["a", " ", "ñ", "©", "\u00ad", "ʷ", "…", "“", "\n", "\r\n", "e\u0301", "👩‍👩‍👧‍👦", "‼\ufe0f", "\u200d"];
    const parts = (most: number) => fc.array(fc.constantFrom(...units.slice(0, most)), { maxLength: 20 });
    const graphemes = (text: string): readonly string[] =>
      Array.from(new Intl.Segmenter("en").segment(text), ({ segment }) => segment);
    const text = fc.oneof(parts(9), parts(units.length)).map((all) => `x${all.join("").replaceAll(/\n\s*/g, "\n")}x`);
    fc.assert(
      fc.property(text, fc.nat(20), (all, length) => {
        const cut = graphemes(all.trim()).slice(0, length).join("").trimEnd();
        fc.pre(all.split("\n").length < 12);
        expect(excerpt(all, length)).toBe(graphemes(all).length > length ? `${cut}…` : all);
      }),
    );
    // Each letter beside each kind of character that could join it.
    for (let code = 0x20; code <= 0x2ff; code += 1)
      if (code < 0x7f || code >= 0xa0) {
        const pairs = ["a", "\n", "©", "\u00ad", "…"].map((each) => String.fromCodePoint(code) + each).join("");
        expect(graphemes(pairs)).toEqual(pairs.split(""));
      }
  });

  test("never splits a family of emoji", () => {
    expect(excerpt("👩‍👩‍👧‍👦".repeat(5), 2)).toBe("👩‍👩‍👧‍👦👩‍👩‍👧‍👦…");
    expect(cutToUnits("ab👩‍👩‍👧‍👦", 6)).toBe("ab");
  });

  test("shows few of many lines, and few of many combining marks", () => {
    expect(excerpt("x\n".repeat(400), 280).split("\n").length).toBeLessThan(15);
    expect(excerpt(`e${"\u0301".repeat(40_000)}`, 280).length).toBeLessThan(3_500);
  });

  test("keeps within its length, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), fc.integer({ min: 1, max: 200 }), (text, length) => {
        const well = text.toWellFormed();
        expect(cutToUnits(well, length).length).toBeLessThanOrEqual(length);
        expect(well.startsWith(cutToUnits(well, length))).toBe(true);
        expect(oneLine(well, length)).not.toMatch(/[\n\r]/);
      }),
    );
  });
});

test("the people who read a reply come back from the button unchanged", () => {
  const channel = { kind: "channel", channel: "slack:C0ACME" } as const;
  const person = { kind: "person", user: "playground:carla" } as const;
  expect([channel, person].map((place) => audienceFrom(audienceArgument(place)))).toEqual([channel, person]);
  expect(["", "@", "nowhere", ":x", "@slack:"].map(audienceFrom)).toEqual([null, null, null, null, null]);
});
