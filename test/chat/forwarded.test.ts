import { expect, test } from "vitest";
import { lastUpTo, withNames, type Mention } from "../../src/chat/reading/mentions.ts";
import { quotedForward, readAttached } from "../../src/chat/reading/forwarded.ts";
import { longestText } from "../../src/chat/text.ts";

test.each([
  [[], 5, -1],
  [[0], 0, 0],
  [[3, 5], 2, -1],
  [[0, 4, 4, 9], 4, 2],
  [[0, 4, 9], 100, 2],
])("of %j the last one up to %i is number %i", (ascending, limit, last) => {
  expect(lastUpTo(ascending, limit)).toBe(last);
});

const mentioned = (text: string): readonly Mention[] =>
  [...text.matchAll(/@x/g)].map(({ index }) => ({ is: "user", id: "U1", from: index, to: index + 2 }));

test("a name stands in place of its mention on every line of a forwarded message", () => {
  const text = "@x\n\na @x\n@x@x";
  const { mentions = [], ...words } = quotedForward({ text: "Ana" }, { text, mentions: mentioned(text) });
  expect(withNames(words, mentions, () => "Luis").text).toBe("↪ Fwd (Ana): @Luis\n> \n> a @Luis\n> @Luis@Luis");
});

test("a message and the message that it forwards share one limit, and what is missing is marked", () => {
  const asked: number[] = [];
  const read = (text: string, characters: number) => {
    asked.push(characters);
    return { text, mentions: mentioned(text) };
  };
  const long = "@x ".repeat(8_000);
  const { text, mentions = [] } = readAttached({ text: "look" }, [long, long, long], read);
  expect(text.length).toBeLessThan(longestText + 10);
  expect(text.endsWith("…")).toBe(true);
  expect(mentions).toHaveLength(500);
  expect(asked).toEqual([longestText - 4, longestText - 4 - 24_001]);
});
