/** The sentences of one file of one language, by key. */
export type Texts = Readonly<Record<string, string>>;

const suffix = /_(?:zero|one|two|few|many|other)$/;
const baseOf = (key: string): string => key.replace(suffix, "");
const gapsOf = (sentence: string): string => [...new Set(sentence.match(/\{\{[^}]*\}\}/g))].toSorted().join(" ");

/** The plural forms that a language needs of a sentence which English has in the singular and the plural. */
const formsOf = (language: string): readonly string[] =>
  new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((form) => `_${form}`);

const keysFor = (english: Texts, language: string): readonly string[] =>
  [...new Set(Object.keys(english).map(baseOf))].flatMap((base) =>
    base in english ? [base] : formsOf(language).map((form) => `${base}${form}`),
  );

/** The faults of a language file, one sentence each: keys, plural forms, placeholders, empty sentences. */
export const textFaults = (language: string, texts: Texts, english: Texts): readonly string[] => {
  const wanted = keysFor(english, language);
  return [
    ...wanted.filter((key) => !(key in texts)).map((key) => `${language} lacks ${key}`),
    ...Object.keys(texts)
      .filter((key) => !wanted.includes(key))
      .map((key) => `${language} has ${key}, which no sentence uses`),
    ...Object.entries(texts).flatMap(([key, sentence]) => {
      const model = english[key] ?? english[`${baseOf(key)}_other`];
      return [
        ...(model !== undefined && gapsOf(model) !== gapsOf(sentence)
          ? [`${language} ${key} has the placeholders ${gapsOf(sentence)} instead of ${gapsOf(model)}`]
          : []),
        ...(sentence.trim() === "" ? [`${language} ${key} is empty`] : []),
      ];
    }),
  ];
};
