import type { Translation } from "../translation.ts";
import type { common as english } from "../en/common.ts";

/** The Portuguese buttons, refusals and platform problems that several features share. */
export const common: Translation<typeof english> = {
  "button.actions": "Ticket",
  "button.openConversation": "Abrir o tópico do cliente",
  "button.openTriage": "Abrir",
  "refusal.notAllowed": "Isso só pode ser feito pela equipa de suporte. Se precisar de algo, escreva /ticket.",
  "refusal.noSuchTicket": "Esse ticket não existe ou não tem acesso a ele. /ticket lista mostra os que pode ver.",
  "refusal.theTicket": "o ticket",
  "problem.broken": "Algo falhou do nosso lado. Nada do que escreveu se perdeu; verifique de novo dentro de momentos.",
  "problem.oldButton": "Este botão é de uma versão anterior e já não faz nada. /ticket lista mostra os tickets.",
  "problem.whichTicket": "Que ticket? Por exemplo: /ticket {{word}} 1042",
  "problem.badNumber": "«{{text}}» não é um número de ticket. Por exemplo: /ticket {{word}} 1042",
  "error.tooLong": "O texto é demasiado longo: no máximo {{max}} caracteres.",
  "error.textMissing": "Escreva algo, por favor.",
  "form.cancel": "Cancelar",
  "trouble.archived": "o canal está arquivado: {{code}}",
  "trouble.locked": "o tópico está arquivado, bloqueado ou já não existe: {{code}}",
  "trouble.notIn": "o bot já não está no canal ou não pode escrever nele: {{code}}",
  "trouble.personGone": "a pessoa saiu ou foi desativada: {{code}}",
  "trouble.noDirect": "não aceita mensagens diretas do bot: {{code}}",
  "trouble.restricted": "só algumas pessoas podem escrever ali: {{code}}",
  "trouble.filtered": "o filtro da plataforma recusou o texto: {{code}}",
  "trouble.moved":
    "⚠ Não é possível escrever ao cliente de {{ticket}} no seu canal ({{why}}). A conversa continua nas suas mensagens diretas; nada se perdeu.",
};
