import { afterAll, beforeAll, expect, test } from "vitest";
import { en, es } from "../../src/i18n/say.ts";
import { makeEveryCard } from "./samples/every-card.ts";
import { everyForm } from "./samples/every-form.ts";
import { desk } from "./samples/sample.ts";
import { events } from "./samples/sample-events.ts";
import { messages } from "./samples/sample-notifications.ts";
import { refusals } from "./samples/sample-refusals.ts";
import { tickets } from "./samples/sample-tickets.ts";
import { stringsOf } from "./samples/strings-of.ts";

/** Plain letters as full-width letters: people can still read them, and a program finds no English word. */
const marked = (sentence: string): string =>
  sentence
    .split(/(\{\{[^}]*\}\})/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
    )
    .join("");

// A made-up language takes the place of Spanish: every English sentence with marked letters.
const spanish = { ...es };
beforeAll(() => {
  Object.assign(es, Object.fromEntries(Object.entries<string>(en).map(([key, sentence]) => [key, marked(sentence)])));
});
afterAll(() => {
  Object.assign(es, spanish);
});

/** The texts that people read of a card or a form, without references, actions and kinds. */
const readable = (thing: unknown): readonly string[] => {
  if (typeof thing === "string") return [thing];
  if (typeof thing !== "object" || thing === null) return [];
  const programs = [
    "action",
    "part",
    "t",
    "kind",
    "name",
    "style",
    "show",
    "user",
    "channel",
    "open",
    "severity",
    "value",
    "url",
    "initial",
  ];
  return Object.entries(thing).flatMap(([key, value]) =>
    programs.includes(key) && typeof value === "string"
      ? []
      : key === "open" || key === "format"
        ? []
        : readable(value),
  );
};

const wordsOf = (text: string): readonly string[] => text.match(/[A-Za-zÀ-ÿ]{2,}/g) ?? [];

/** Lengths of time, weekdays and months come from the language of the platform, which is still Spanish here. */
const formatted: readonly string[] = [
  ...(["days", "hours", "minutes", "seconds"] as const).flatMap((unit) =>
    [1, 2].map((amount) => new Intl.DurationFormat("es", { style: "long" }).format({ [unit]: amount })),
  ),
  ...Array.from({ length: 12 }, (_, month) =>
    (["short", "long"] as const).map((style) =>
      new Intl.DateTimeFormat("es", {
        weekday: style,
        month: style,
        day: "numeric",
        year: "numeric",
        timeZone: "UTC",
      }).format(Date.UTC(2026, month, month + 5)),
    ),
  ).flat(),
  new Intl.ListFormat("es", { type: "conjunction" }).format(["1", "2"]),
];

/** Names of platforms, units of size, what the samples of cards type, and words of theirs that a card cuts short. */
const named = [
  "Discord",
  "Slack",
  "kB",
  "MB",
  "By",
  "frobnicate",
  "lsit",
  "part",
  "perhaps",
  "show",
  "soon",
  "ba",
  "ch",
  "ever",
];

/** Texts that people wrote or chose, and names. */
const given = new Set(
  [...stringsOf({ desk, events, messages, refusals, tickets }), ...named, ...formatted].flatMap(wordsOf),
);

test("every card and form in a made-up language has no English text", () => {
  const viewer = { locale: "es", timezone: "Europe/Madrid" } as const;
  const shown = [
    ...makeEveryCard(viewer),
    ...everyForm(viewer).map((form): readonly [string, unknown] => [form.action, form]),
  ];
  const left = shown.flatMap(([name, thing]) =>
    readable(thing).flatMap((text) =>
      wordsOf(text)
        .filter((word) => !given.has(word))
        .map((word) => `${word} in “${text}” (${name})`),
    ),
  );
  expect(shown.length).toBeGreaterThan(1_000);
  expect([...new Set(left)]).toEqual([]);
});
