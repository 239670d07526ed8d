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

// Adapters escape, so nothing is escaped here; people's words are values, in which "{{" and "$t(" mean nothing.
void words.init({
  initAsync: false,
  lng: languageTag.en,
  supportedLngs: Object.values(languageTag),
  fallbackLng: false,
  defaultNS: "words",
  // A key stands in the language file exactly as in the code ("button.claim"), so a search finds it.
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

/** The bot's voice in a language: `sayIn("es")("button.claim")`. Keys and variables are checked by the compiler. */
export const sayIn = (locale: Locale): Say => voices[locale];
