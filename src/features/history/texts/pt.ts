import type { Translation } from "../../../i18n/languages.ts";
import type { history as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const history: Translation<typeof english> = {
  "history.heading": "Histórico de {{ticket}}",
  "history.empty": "Ainda não aconteceu nada.",
  "history.line": "{{at}} {{name}} {{what}}",
  "history.earlier_one": "{{entries}} registro anterior não é mostrado",
  "history.earlier_many": "{{entries}} de registros anteriores não são mostrados",
  "history.earlier_other": "{{entries}} registros anteriores não são mostrados",
  "history.unreadable": "uma entrada que não pode ser lida",
  "history.clock": "Plazo",
  "history.triageMention": "o canal de triagem",
  "help.history": "/ticket histórico 1042",
  "help.historyMeans": "{{command}} mostra tudo o que aconteceu com um ticket, quem fez e o que mudou",
  "changed.line": "{{what}}: {{before}} → {{after}}",
  "changed.conversation": "Conversa",
  "changed.inChannel": "canal {{name}}",
  "changed.inDirect": "mensagens diretas",
  "changed.unknown": "desconhecida",
  "changed.due": "vence {{when}}",
  "changed.met": "cumprido",
  "changed.breached": "perdido",
  "changed.cancelled": "sem prazo agora",
  "changed.none": "sem prazo",
};
