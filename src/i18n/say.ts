import i18next, { type TFunction } from "i18next";
import type { Locale } from "../desk/desk.ts";
import { languageTag, type Translation } from "./languages.ts";
import { sentences } from "../features/sentences.ts";
import { charts as chartsEn } from "./en/charts.ts";
import { common as commonEn } from "./en/common.ts";
import { terms as termsEn } from "./en/terms.ts";
import { charts as chartsEs } from "./es/charts.ts";
import { common as commonEs } from "./es/common.ts";
import { terms as termsEs } from "./es/terms.ts";
import { charts as chartsPt } from "./pt/charts.ts";
import { common as commonPt } from "./pt/common.ts";
import { terms as termsPt } from "./pt/terms.ts";

/** All English sentences of Plazo by key: the shared ones and those of each feature. */
export const en = { ...commonEn, ...termsEn, ...chartsEn, ...sentences.en };

/** The same in Spanish. A missing key does not compile. */
export const es = { ...commonEs, ...termsEs, ...chartsEs, ...sentences.es } satisfies Translation<typeof en>;

/** The same in Portuguese. */
export const pt = { ...commonPt, ...termsPt, ...chartsPt, ...sentences.pt } satisfies Translation<typeof en>;

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "words";
    keySeparator: false;
    resources: { words: typeof en };
  }
}

const words = i18next.createInstance();

// Adapters escape, so nothing is escaped here. Values are never parsed, so "{{" and "$t(" in a customer's text have no
// meaning.
void words.init({
  initAsync: false,
  lng: languageTag.en,
  supportedLngs: Object.values(languageTag),
  fallbackLng: false,
  defaultNS: "words",
  // A key is written in the language file exactly as in the code ("button.claim"), so that a search finds it.
  keySeparator: false,
  resources: { [languageTag.en]: { words: en }, [languageTag.es]: { words: es }, [languageTag.pt]: { words: pt } },
  interpolation: { escapeValue: false, skipOnVariables: true },
});

export type Say = TFunction;

/** The same for a key that the compiler does not know, or has checked already. i18next's own type of it takes seconds to check. */
type SayAny = (key: string, values: Readonly<Record<string, string | number>>) => string;

/** The sentence of any key with these values; empty if there is none. */
export const sayAny = (say: Say, key: string, values: Readonly<Record<string, string | number>>): string =>
  (say as unknown as SayAny)(key, { defaultValue: "", ...values });

const voices: Readonly<Record<Locale, Say>> = {
  en: words.getFixedT(languageTag.en),
  es: words.getFixedT(languageTag.es),
  pt: words.getFixedT(languageTag.pt),
};

/** The translator for a language: `sayIn("es")("button.claim")`. The compiler checks keys and placeholders. */
export const sayIn = (locale: Locale): Say => voices[locale];
