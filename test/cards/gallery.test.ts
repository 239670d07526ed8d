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

const namesOf = (cards: readonly (readonly [name: string, card: Card])[]): readonly string[] =>
  cards.map(([name]) => name);

describe.each(audience)("every card in $locale", (viewer) => {
  const cards = everyCard(viewer);

  test("has only whole words", () => {
    expect(cards.length).toBeGreaterThan(500);
    expect(cards.flatMap(([name, card]) => faultsOf(card).map((fault) => `${name}: ${fault}`))).toEqual([]);
  });

  test("has content and a summary that fits a notification", () => {
    expect(namesOf(cards.filter(([, { parts }]) => parts.length === 0))).toEqual([]);
    expect(namesOf(cards.filter(([, { summary }]) => summary === "" || summary.length >= 1_000))).toEqual([]);
  });

  test("keeps headings, labels and actions within the limits of every platform", () => {
    const withLongHeading = cards.filter(([, { parts }]) =>
      parts.some((each) => each.part === "heading" && each.text.length > 150),
    );
    const withLongLabel = cards.filter(([, card]) => actionsOf(card).some(({ label }) => label.length > 75));
    const withLongAction = cards.filter(([, card]) =>
      actionsOf(card).some((each) => "action" in each && each.action.length > maxActionLength),
    );
    expect(namesOf(withLongHeading)).toEqual([]);
    expect(namesOf(withLongLabel)).toEqual([]);
    expect(namesOf(withLongAction)).toEqual([]);
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
