import type { Translation } from "../../../i18n/languages.ts";
import type { escalation as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const escalation: Translation<typeof english> = {
  "history.escalated": "escalou o ticket para a direção de suporte; avisados: {{names}}",
  "history.escalatedWhy": "escalou o ticket para a direção de suporte: {{why}}; avisados: {{names}}",
  "history.notified": "avisou {{name}}",
  "help.escalate": "/ticket escalar 1042 [motivo]",
  "help.escalateMeans":
    "{{command}} escala para a direção de suporte, se perdemos um prazo ou se o plano sempre permite",
  "refusal.notBreached": "{{ticket}} ainda está no prazo: vence em {{due}}. Se não puder esperar até lá: {{contact}}.",
  "refusal.nothingBreached": "{{ticket}} está no prazo. Se não puder esperar: {{contact}}.",
  "refusal.escalatedAlready":
    "{{ticket}} já foi escalado para a direção de suporte em {{at}}. Se nada acontecer, escale de novo depois de {{again}}.",
  "done.escalated": "{{ticket}} vai agora para a direção de suporte. Na conversa do ticket você vê quem foi avisado.",
  "buttons.needMore": "Se precisar de mais",
  "escalation.heading": "{{ticket}} foi escalado para você",
  "escalation.summary": "{{ticket}} · {{account}}: {{name}} escala para a direção de suporte",
  "escalation.askedBy": "{{name}} pediu à direção de suporte que verifique, {{at}}",
  "escalation.breached": "Prazo perdido: {{clock}}, vencia {{due}}",
  "escalation.notBreached": "Nenhum prazo foi perdido; mesmo assim o ticket foi escalado.",
  "escalation.reason": "Motivo",
  "fact.noCustomerMessage": "Nenhuma desde a abertura do ticket",
  "fact.lastReply": "Nossa última resposta",
  "fact.noReplyYet": "Nenhuma ainda",
  "escalation.escalated": "{{name}} escalou {{ticket}} para a direção de suporte. Avisados: {{names}}.",
  "escalation.escalatedNoHead":
    "{{name}} escalou {{ticket}} para a direção de suporte, mas não é possível avisar ninguém com essa função. Avisados: {{names}}.",
  "escalation.mention":
    "{{people}}: {{name}} escala {{ticket}} ({{account}}) para a direção de suporte. É preciso verificar agora.",
  "unreached.escalation":
    "⚠ Não foi possível avisar {{name}} de que {{ticket}} foi escalado para a direção de suporte ({{why}}), e não há mais ninguém para avisar.",
  "notified.person.escalation": "{{name}} recebeu o aviso ({{at}}) de que {{ticket}} não pode esperar.",
  "notified.team.escalation": "Nossa equipe de suporte recebeu o aviso ({{at}}) de que {{ticket}} não pode esperar.",
  "person.headOfSupport": "{{name}}, da direção de suporte,",
  "person.accountManager": "{{name}}, gerente da sua conta,",
  "escalation.allowed": "O cliente já pode escalar para a direção de suporte.",
  "escalation.allowedAlways": "O cliente pode escalar para a direção de suporte, como em qualquer momento.",
  "fact.escalated": "Escalado para a direção de suporte",
  "escalation.by": "por {{name}}, {{at}}",
  "page.notifiedAt": "aviso a {{name}}: {{at}}",
  "page.nobodyNotified": "ninguém foi avisado ainda",
};
