import type { Translation } from "../../../i18n/translation.ts";
import type { history as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const history: Translation<typeof english> = {
  "history.heading": "Histórico de {{ticket}}",
  "history.empty": "Ainda não aconteceu nada.",
  "history.earlier_one": "{{entries}} entrada anterior não é mostrada",
  "history.earlier_many": "{{entries}} de entradas anteriores não são mostradas",
  "history.earlier_other": "{{entries}} entradas anteriores não são mostradas",
  "history.clock": "Plazo",
  "history.triageMention": "o canal de triagem",
  "help.history": "/ticket histórico 1042",
  "help.historyMeans": " mostra tudo o que lhe aconteceu, quem o fez e o que mudou",
  "changed.line": "{{what}}: {{before}} → {{after}}",
  "changed.conversation": "Conversa",
  "changed.inChannel": "canal {{name}}",
  "changed.inDirect": "mensagens diretas",
  "changed.unknown": "desconhecida",
  "changed.due": "vence {{when}}",
  "changed.met": "cumprido",
  "changed.late": "não cumprido",
  "changed.dropped": "já sem prazo",
  "changed.none": "sem prazo",
};
