import { globSync } from "node:fs";
import { basename, dirname, join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { en, es, pt, sayIn } from "../../src/i18n/say.ts";
import { languageTag } from "../../src/i18n/languages.ts";
import { locales, type Locale } from "../../src/desk/desk.ts";
import { textFaults, type Texts } from "../support/source-rules/text-faults.ts";

const root = join(import.meta.dirname, "../..");

/** Every folder with sentences, and the sentences of one language in it; a file that is missing has none. */
const filesOf = async (locale: Locale): Promise<ReadonlyMap<string, Texts>> => {
  const paths = locales.flatMap((each) =>
    globSync([`src/features/*/texts/${each}.ts`, `src/i18n/${each}/*.ts`], { cwd: root }),
  );
  const places = new Set(paths.map((path) => path.replace(/(?:en|es|pt)(?=\.ts$|[/\\][^/\\]+$)/, "LANGUAGE")));
  const found = [...places].map(async (place): Promise<readonly [string, Texts]> => {
    const path = join(root, place.replace("LANGUAGE", locale));
    if (globSync(basename(path), { cwd: dirname(path) }).length === 0) return [place, {}];
    const module = (await import(path)) as Readonly<Record<string, Texts>>;
    return [place.split(sep).join("/"), Object.assign({}, ...Object.values(module)) as Texts];
  });
  return new Map(await Promise.all(found));
};

const joined: Readonly<Record<Locale, Texts>> = { en, es, pt };

/** The keys of sentences that only make sense behind or before another text: a blank or a comma stands at an end. */
const gluedIn = (texts: Texts): readonly string[] =>
  Object.keys(texts).filter((key) => /^[\s,;:.)·]|[\s(·]$/.test(texts[key] ?? ""));

describe("the sentences", () => {
  test.each(locales)("of every folder have the same keys in %s as in English", async (locale) => {
    const [english, theirs] = [await filesOf("en"), await filesOf(locale)];
    const faults = [...english].flatMap(([place, texts]) =>
      textFaults(languageTag[locale], theirs.get(place) ?? {}, texts).map((fault) => `${place}: ${fault}`),
    );
    expect(english.size).toBeGreaterThan(25);
    expect([...theirs.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect(faults).toEqual([]);
  });

  test.each(locales)("of every folder exist in %s, and only one folder has each key", async (locale) => {
    const keys = [...(await filesOf(locale)).values()].flatMap((texts) => Object.keys(texts));
    expect(keys.toSorted()).toEqual(Object.keys(joined[locale]).toSorted());
  });

  test.each(["pt-BR", "es"])(
    "of %s have no missing or extra key, and keep placeholders and plural forms",
    (language) => {
      const english = { "a.b": "By {{name}}", "c.d_one": "{{count}} note", "c.d_other": "{{count}} notes" };
      const right = { "a.b": "De {{name}}", "c.d_one": "{{count}}", "c.d_many": "{{count}}", "c.d_other": "{{count}}" };
      const { "a.b": by, "c.d_many": many, ...fewer } = right;
      expect(textFaults(language, right, english)).toEqual([]);
      expect(textFaults(language, { ...fewer, "c.d_many": many }, english)).toEqual([`${language} lacks a.b`]);
      expect(textFaults(language, { ...fewer, "a.b": by }, english)).toEqual([`${language} lacks c.d_many`]);
      expect(textFaults(language, { ...right, "e.f": "?" }, english)).toEqual([
        `${language} has e.f, which no sentence uses`,
      ]);
      expect(textFaults(language, { ...right, "a.b_one": by }, english)).toHaveLength(1);
      expect(textFaults(language, { ...right, "a.b": "De {{nome}}" }, english)).toEqual([
        `${language} a.b has the placeholders {{nome}} instead of {{name}}`,
      ]);
      expect(textFaults(language, { ...right, "c.d_one": "uma nota" }, english)).toHaveLength(1);
      expect(textFaults(language, { ...right, "a.b": " " }, english)).toHaveLength(2);
    },
  );

  test.each(locales)("of %s begin and end with a word, so that code does not join them to other text", (locale) => {
    expect(gluedIn(joined[locale])).toEqual([]);
    expect(gluedIn({ whole: "Due {{due}}", begins: " by {{name}}", ends: "due ", comma: ", due {{due}}" })).toEqual([
      "begins",
      "ends",
      "comma",
    ]);
  });

  test("use the plural forms of their language", () => {
    expect([0, 1, 2, 1_000_000].map((count) => sayIn("pt")("triage.notes", { count }))).toEqual([
      "0 nota interna",
      "1 nota interna",
      "2 notas internas",
      "1000000 de notas internas",
    ]);
  });

  test("insert a person's text unchanged", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: "binary" }),
          fc.constantFrom("{{name}}", "$t(button.claim)", "{{- desk}}", "$&", "<b>&amp;"),
        ),
        fc.constantFrom(...locales),
        (name, locale) => {
          expect(sayIn(locale)("message.replied", { name, desk: name })).toBe(`${name} · ${name}`);
        },
      ),
    );
  });
});
