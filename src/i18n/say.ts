import i18next, { type TFunction } from "i18next";
import type { Locale } from "../desk/desk.ts";
import { languageTag } from "./language-tag.ts";
import { en, es, pt } from "./sentences.ts";

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

const voices: Readonly<Record<Locale, Say>> = {
  en: words.getFixedT(languageTag.en),
  es: words.getFixedT(languageTag.es),
  pt: words.getFixedT(languageTag.pt),
};

/** The translator for a language: `sayIn("es")("button.claim")`. The compiler checks keys and placeholders. */
export const sayIn = (locale: Locale): Say => voices[locale];
