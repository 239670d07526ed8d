import type { Translation } from "../../../i18n/languages.ts";
import type { unticketed as english } from "./en.ts";

/** The Portuguese sentences of this feature. Plural forms end in `_one` and `_other`. */
export const unticketed: Translation<typeof english> = {
  "unticketed.waiting_one": "💬 {{account}} escreveu uma mensagem que não tem resposta",
  "unticketed.waiting_many": "💬 {{account}} escreveu {{count}} mensagens que não têm resposta",
  "unticketed.waiting_other": "💬 {{account}} escreveu {{count}} mensagens que não têm resposta",
  "unticketed.over": "💬 {{account}} escreveu no seu canal",
  "unticketed.firstAtBy": "{{name}} escreveu a primeira em {{at}} em {{channel}}. Não pertence a nenhum ticket.",
  "unticketed.firstAt": "A primeira foi escrita em {{at}} em {{channel}}. Não pertence a nenhum ticket.",
  "unticketed.opensAt":
    "Em {{at}} um ticket é aberto com ela, se você não escolher ou responder antes. Os prazos contam então desde a primeira mensagem.",
  "unticketed.whatIsIt": "O que é?",
  "unticketed.look": "Ver a mensagem",
  "unticketed.choose.ticket": "Transformar em ticket",
  "unticketed.choose.elsewhere": "Respondida em outro lugar",
  "unticketed.choose.notRequest": "Não é um pedido",
  "unticketed.colleague": "Um colega",
  "unticketed.became.ticket": "Agora pertence a {{ticket}}.",
  "unticketed.became.answered": "{{name}} respondeu no canal.",
  "unticketed.became.elsewhere": "{{name}} indicou que foi respondida em outro lugar.",
  "unticketed.became.notRequest": "{{name}} indicou que não é um pedido.",
  "unticketed.became.deleted": "O cliente apagou o que tinha escrito.",
  "unticketed.became.unreadable": "O Plazo não conseguiu lê-la e não abriu nenhum ticket. Olhe no canal.",
  "unticketed.became.unwatched": "As mensagens deste canal já não são vigiadas.",
  "unticketed.unknown": "O Plazo já não conhece estas mensagens.",
  "unticketed.thanks": "Obrigado. A mensagem na triagem já o indica.",
  "unticketed.explained": "💡 Da próxima vez, você pode receber a resposta mais cedo",
  "unticketed.waysToAsk":
    "Escreva /ticket, mencione o Plazo na mensagem ou adicione o emoji 🎫 a ela. Assim o suporte a vê na hora. O que você escrever aqui sem isso também é lido, mas mais tarde.",
  "history.askingExplained": "mostrou ao cliente como perguntar mais rápido",
};
