import { expect, test } from "vitest";
import { createMentionedText } from "../../../adapters/shared/payload.ts";
import { mostMentions } from "../../../src/chat/reading/mentions.ts";

test("a mention covers its own text, wherever it stands", () => {
  const words = createMentionedText();
  words.add("Hola ");
  words.add("@unknown", { is: "user", id: "7" });
  words.add(" 👍 ");
  words.add("#9", { is: "channel", id: "9" });
  const { text, mentions } = words.all();
  expect(text).toBe("Hola @unknown 👍 #9");
  expect(mentions.map(({ from, to, is, id }) => [text.slice(from, to), is, id])).toEqual([
    ["@unknown", "user", "7"],
    ["#9", "channel", "9"],
  ]);
});

test("mentions beyond the limit stay plain text", () => {
  const words = createMentionedText();
  for (let at = 0; at < mostMentions + 5; at++) words.add("@unknown ", { is: "user", id: String(at) });
  expect(words.all().mentions).toHaveLength(mostMentions);
  expect(words.all().text).toHaveLength((mostMentions + 5) * "@unknown ".length);
});
