import type { Translation } from "../languages.ts";
import type { common as english } from "../en/common.ts";

/** The Portuguese buttons, refusals and platform problems that several features share. */
export const common: Translation<typeof english> = {
  "button.actions": "Ticket",
  "button.openConversation": "Abrir a conversa do cliente",
  "button.openTriage": "Abrir",
  "mention.before": "{{people}}: {{sentence}}",
  "refusal.notAllowed": "Só a equipe de suporte pode fazer isso. Se precisar de algo, escreva /ticket.",
  "refusal.noSuchTicket":
    "Esse ticket não existe ou você não tem acesso a ele. /ticket lista mostra os tickets que você pode ver.",
  "refusal.theTicket": "o ticket",
  "problem.broken":
    "Algo deu errado do nosso lado. Nada do que você escreveu se perdeu; verifique de novo daqui a pouco, por favor.",
  "problem.oldButton": "Este botão é de uma versão anterior e não faz mais nada. /ticket lista mostra os tickets.",
  "problem.noWords": "O que você procura? Por exemplo: /ticket procurar PayPal",
  "problem.whichTicket": "Qual ticket? Por exemplo: /ticket {{word}} 1042",
  "problem.badNumber": "“{{text}}” não é um número de ticket. Por exemplo: /ticket {{word}} 1042",
  "error.tooLong": "O texto é longo demais: no máximo {{max}} caracteres.",
  "error.textMissing": "Escreva algo, por favor.",
  "form.cancel": "Cancelar",
  "trouble.archived": "o canal está arquivado: {{code}}",
  "trouble.locked": "a conversa está arquivada, bloqueada ou não existe mais: {{code}}",
  "trouble.notIn": "o bot não está mais no canal ou não pode escrever nele: {{code}}",
  "trouble.personGone": "a pessoa saiu ou foi desativada: {{code}}",
  "trouble.noDirect": "a pessoa não aceita mensagens diretas do bot: {{code}}",
  "trouble.restricted": "só algumas pessoas podem escrever lá: {{code}}",
  "trouble.filtered": "o filtro da plataforma recusou o texto: {{code}}",
  "trouble.otherReaders": "outras pessoas leriam",
  "trouble.moved":
    "⚠ O Plazo não consegue escrever para o cliente de {{ticket}} no canal dele ({{why}}). A conversa continua nas mensagens diretas dele; nada se perdeu.",
};
