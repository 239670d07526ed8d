import type { Translation } from "../../../i18n/translation.ts";
import type { knowledge as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const knowledge: Translation<typeof english> = {
  "message.articlesOffered": "Antes de abrir, foi sugerido o manual: {{titles}}. Não resolveu.",
  "history.articlesOffered": "recebeu antes a sugestão do manual: {{titles}}",
  "list.manualSolved_one": "O manual resolveu {{count}} pedido antes de ser um ticket.",
  "list.manualSolved_many": "O manual resolveu {{count}} de pedidos antes de serem tickets.",
  "list.manualSolved_other": "O manual resolveu {{count}} pedidos antes de serem tickets.",
  "offer.articles": "Antes de abrirmos o seu ticket: algum destes ajuda?",
  "offer.solved": "Isto resolveu",
  "offer.openAnyway": "Abrir o ticket",
  "offer.opensByItself": "Nada se perde: se nada escolher, o ticket abre-se sozinho às ",
  "offer.thanks": "Ainda bem que ajudou. Não foi aberto nenhum ticket; se voltar a acontecer, escreva /ticket.",
  "offer.over": "Isso já está decidido.",
  "offer.overTicket": "Isso já está decidido: faz parte de {{ticket}}.",
  "offer.which": "Tem um ticket aberto, {{heading}}. Isto tem a ver com ele?",
  "offer.add": "Juntar a {{ticket}}",
  "offer.fresh": "Abrir um novo ticket",
  "offer.addsByItself": "Nada se perde: se nada escolher, é acrescentado às ",
  "offer.added": "Acrescentado a {{ticket}}.",
  "offer.choices": "A sua escolha",
};
