import { describe, expect, test } from "vitest";
import { discordReaders } from "./discord-readers.ts";
import { allowedMs, fastestRun } from "./fastest-run.ts";
import { hostileLength, hostileShapes } from "./shapes.ts";
import { slackReaders } from "./slack-readers.ts";
import { textReaders } from "./text-readers.ts";

/** Everything that reads, matches, cuts or draws a person's text. */
const readers = { ...slackReaders, ...discordReaders, ...textReaders };

/** How often a reader gets the whole text, if more than once: no part of a mail is cut. */
const textsIn: Readonly<Record<string, number>> = { "email: a card": 7 };

describe("40,000 hostile characters", () => {
  test("every shape has that length", () => {
    for (const [name, text] of Object.entries(hostileShapes))
      expect([name, Math.abs(text.length - hostileLength) < 1_200]).toEqual([name, true]);
  });

  test.each(Object.entries(readers))(`%s: each shape takes under ${allowedMs} ms of computing`, (name, read) => {
    const allowed = allowedMs * (textsIn[name] ?? 1);
    read("An ordinary text, to warm up. ".repeat(200));
    const slow = Object.entries(hostileShapes).flatMap(([shape, text]) => {
      const ms = fastestRun(() => read(text), allowed);
      return ms < allowed ? [] : [`${shape}: ${Math.round(ms)} ms`];
    });
    expect(slow).toEqual([]);
  });
});
