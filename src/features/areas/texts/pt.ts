import type { Translation } from "../../../i18n/languages.ts";
import type { areas as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const areas: Translation<typeof english> = {
  "fact.area": "Área",
  "button.area": "Mudar a área",
  "history.areaChosen": "indicou a área {{to}}",
  "history.areaChanged": "mudou a área de {{from}} para {{to}}",
  "history.areaRemoved": "removeu a área {{from}}",
  "done.area": "{{ticket}} agora está na área {{area}}.",
  "done.areaRemoved": "{{ticket}} não tem mais área.",
  "refusal.noSuchArea": "Não existe nenhuma área “{{name}}”.",
  "refusal.sameArea": "{{ticket}} já está nessa área.",
  "error.areaUnknown": "Não existe nenhuma área com esse nome.",
  "form.area": "De que parte do produto se trata?",
  "form.noArea": "Nenhuma destas",
  "form.areaTitle": "Mudar a área",
  "form.areaSubmit": "Mudar",
  "form.areaOf": "Área de {{ticket}}",
};
