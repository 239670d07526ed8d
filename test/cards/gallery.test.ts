import { describe, expect, test } from "vitest";
import { maxActionLength } from "../../src/chat/action.ts";
import type { Card } from "../../src/chat/card.ts";
import { en } from "../../src/i18n/say.ts";
import { everyCard } from "./samples/every-card.ts";
import { audience } from "./samples/sample.ts";
import { stringsOf } from "./samples/strings-of.ts";

const keysOf = (words: object, path = ""): readonly string[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === "string" ? [`${path}${key}`] : keysOf(value as object, `${path}${key}.`),
  );

const keys = new Set(keysOf(en).map((key) => key.replace(/_(one|other)$/, "")));

const faultsOf = (card: Card): readonly string[] =>
  stringsOf(card).flatMap((text) => [
    ...(/undefined|NaN|\{\{|\[object|Invalid/.test(text) ? [`broken words: ${text}`] : []),
    ...(keys.has(text) ? [`no sentence for ${text}`] : []),
    ...(text === "" ? ["an empty string"] : []),
    ...(text.isWellFormed() ? [] : [`cut inside a character: ${text}`]),
  ]);

const actionsOf = (card: Card) =>
  card.parts.flatMap((part) => (part.part === "buttons" ? [...part.buttons, ...(part.menu?.items ?? [])] : []));

describe.each(audience)("every card in $locale", (viewer) => {
  const cards = everyCard(viewer);

  test("has only whole words", () => {
    expect(cards.length).toBeGreaterThan(500);
    expect(cards.flatMap(([name, card]) => faultsOf(card).map((fault) => `${name}: ${fault}`))).toEqual([]);
  });

  test("has content and a summary that fits a notification", () => {
    for (const [name, card] of cards) {
      expect([name, card.parts.length > 0]).toEqual([name, true]);
      expect([name, card.summary.length > 0 && card.summary.length < 1_000]).toEqual([name, true]);
    }
  });

  test("keeps headings, labels and actions within the limits of every platform", () => {
    for (const [name, card] of cards) {
      for (const part of card.parts)
        if (part.part === "heading") expect([name, part.text.length <= 150]).toEqual([name, true]);
      for (const each of actionsOf(card)) {
        expect([name, each.label.length <= 75]).toEqual([name, true]);
        if ("action" in each) expect([name, each.action.length <= maxActionLength]).toEqual([name, true]);
      }
    }
  });
});

test("a card differs between the two languages", () => {
  const [english, spanish] = audience.map((viewer) => new Map(everyCard(viewer)));
  // A home is no message, so its summary is shown nowhere.
  const textOf = (name: string, card: Card | undefined) =>
    name.startsWith("home ") ? JSON.stringify(card?.parts) : card?.summary;
  const same = [...(english ?? [])].filter(([name, card]) => textOf(name, spanish?.get(name)) === textOf(name, card));
  // Only cards whose summary is a number and a person's own text may be equal.
  expect(same.map(([name]) => name).filter((name) => !/^(customer's card|show to)/.test(name))).toEqual([]);
});
