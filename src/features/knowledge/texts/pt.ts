import type { Translation } from "../../../i18n/languages.ts";
import type { knowledge as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const knowledge: Translation<typeof english> = {
  "message.articlesOffered":
    "Antes da abertura do ticket, foram oferecidos ao cliente estes artigos do manual: {{titles}}. Eles não resolveram.",
  "history.articlesOffered": "recebeu antes estes artigos do manual: {{titles}}",
  "list.manualSolved_one": "O manual resolveu {{count}} solicitação antes de virar um ticket.",
  "list.manualSolved_many": "O manual resolveu {{count}} de solicitações antes de virarem tickets.",
  "list.manualSolved_other": "O manual resolveu {{count}} solicitações antes de virarem tickets.",
  "offer.articles": "Antes de abrirmos o seu ticket: algum destes artigos ajuda?",
  "offer.solved": "Isto resolveu",
  "offer.openAnyway": "Abrir o ticket",
  "offer.opensByItself": "Se você não escolher nada, o ticket é aberto automaticamente ({{at}}). Nada se perde.",
  "offer.thanks": "Que bom que ajudou. Nenhum ticket foi aberto; se o problema voltar, escreva /ticket.",
  "offer.over": "Isso já foi decidido.",
  "offer.overTicket": "Isso já foi decidido: faz parte de {{ticket}}.",
  "offer.withdrawn": "Você apagou o que escreveu, então nada foi enviado. A pergunta não precisa mais de resposta.",
  "offer.which": "Você tem um ticket aberto, {{heading}}. Esta mensagem é sobre ele?",
  "offer.add": "Adicionar a {{ticket}}",
  "offer.fresh": "Abrir um novo ticket",
  "offer.addsByItself": "Se você não escolher nada, a mensagem é adicionada a ele ({{at}}). Nada se perde.",
  "offer.added": "Adicionada a {{ticket}}.",
  "offer.choices": "Sua escolha",
};
