import type { Translation } from "../../../i18n/translation.ts";
import type { open as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const open: Translation<typeof english> = {
  "severityMeans.critical": "Uma função essencial não funciona: acesso, reprodução ou pagamentos",
  "severityMeans.high": "Uma função importante falha e o negócio ressente-se",
  "severityMeans.medium": "Pouca ou nenhuma perturbação; dúvidas de utilização",
  "severityMeans.low": "Observações estéticas e de interface",
  "message.threadImported": "O que foi dito no tópico antes de {{ticket}} ser aberto:",
  "message.tookOverMore": "Há mais: está tudo no tópico.",
  "message.ofUs": " (a nossa equipa)",
  "receipt.summary": "{{ticket}} está aberto",
  "receipt.heading": "{{ticket}} está aberto",
  "receipt.noPromise": "Temos o seu ticket e responderemos assim que possível.",
  "receipt.inChannel": "O ticket tem o seu próprio tópico em ",
  "receipt.inDirect": "Falamos sobre ele nas suas mensagens diretas com este bot.",
  "receipt.accountUnknown": "Ainda não conhecemos a sua empresa; a equipa de suporte irá acrescentá-la.",
  "history.opened": "abriu o ticket com gravidade {{severity}}",
  "history.openedFrom.picked": "abriu o ticket com gravidade {{severity}} a partir de uma mensagem de {{author}}",
  "history.openedFrom.mentioned": "abriu o ticket ao mencionar o bot; assumida a gravidade {{severity}}",
  "history.openedFrom.reacted":
    "abriu o ticket com um 🎫 numa mensagem de {{author}}; assumida a gravidade {{severity}}",
  "history.openedFrom.direct": "abriu o ticket por mensagem direta; assumida a gravidade {{severity}}",
  "history.threadImported_one": "juntou {{count}} mensagem do seu tópico",
  "history.threadImported_many": "juntou {{count}} de mensagens do seu tópico",
  "history.threadImported_other": "juntou {{count}} mensagens do seu tópico",
  "help.open": "/ticket [título]",
  "help.openMeans": " abre um ticket",
  "refusal.alreadyTicket": "Essa mensagem já é {{ticket}}. Escreva no seu tópico para acrescentar algo.",
  "problem.nothingToTake": "Essa mensagem não tem texto com que abrir um ticket. /ticket abre um com um formulário.",
  "problem.unreadable":
    "Não consigo ler essa mensagem, por isso não foi possível abrir um ticket. /ticket abre um com um formulário.",
  "problem.notACustomersChannel":
    "As menções não abrem tickets aqui: este canal não é de nenhum cliente. /ticket abre um ticket em qualquer lugar.",
  "problem.staffDirect":
    "As mensagens diretas da equipa não abrem tickets. /ticket abre um para uma conta; /desk mostra a fila.",
  "problem.noAccounts": "Ainda não há contas aqui. A administração pode adicioná-las ao ficheiro de configuração.",
  "error.titleMissing": "Escreva um título, por favor.",
  "error.titleTooLong": "O título é demasiado longo: no máximo {{max}} caracteres.",
  "error.descriptionMissing": "Diga o que acontece, por favor.",
  "form.ticketTitle": "Novo ticket",
  "form.ticketSubmit": "Abrir ticket",
  "form.title": "De que se trata?",
  "form.titleHint": "Uma linha, por exemplo: sem vídeo nas televisões",
  "form.severity": "Qual é a gravidade?",
  "form.severityStranger":
    "O suporte ainda não conhece a sua empresa. O ticket passa a crítico assim que se confirmar que o é.",
  "form.severityChoice": "{{severity}}: primeira resposta em {{target}}",
  "form.description": "O que acontece?",
  "form.descriptionHint": "O que fez, o que esperava, o que aconteceu em vez disso? Desde quando?",
  "form.account": "Para que conta?",
  "said.openingEdited": "{{name}} alterou a mensagem com que {{ticket}} foi aberto:",
  "said.openingGone": "{{name}} retirou a mensagem com que {{ticket}} foi aberto.",
  "said.editedAlone": "Editado ",
  "said.openingDeleted": "{{platform}} comunica que a mensagem com que {{ticket}} foi aberto foi apagada.",
  "said.publicDeleted":
    "⚠ {{platform}} comunica que o que {{name}} disse ao cliente de {{ticket}} foi apagado ali, e não diz por quem. Fica em registo:",
  "said.publicDeletedBy": "{{name}} apagou o que tinha dito ao cliente de {{ticket}}. Fica em registo:",
  "said.deleted": "Apagado ali, em registo desde ",
  "said.deletedSince": " · apagado ali ",
};
