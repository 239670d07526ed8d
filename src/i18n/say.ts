import i18next, { type TFunction } from "i18next";
import type { Locale } from "../desk/desk.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

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
  lng: "en",
  supportedLngs: ["en", "es"],
  fallbackLng: false,
  defaultNS: "words",
  // A key stands in the language file exactly as in the code ("button.claim"), so a search finds it.
  keySeparator: false,
  resources: { en: { words: en }, es: { words: es } },
  interpolation: { escapeValue: false, skipOnVariables: true },
});

export type Say = TFunction;

const voices: Readonly<Record<Locale, Say>> = { en: words.getFixedT("en"), es: words.getFixedT("es") };

/** The bot's voice in a language: `sayIn("es")("button.claim")`. Keys and variables are checked by the compiler. */
export const sayIn = (locale: Locale): Say => voices[locale];
