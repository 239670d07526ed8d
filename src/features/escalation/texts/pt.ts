import type { Translation } from "../../../i18n/translation.ts";
import type { escalation as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const escalation: Translation<typeof english> = {
  "history.escalated": "escalou-o para a direção de suporte; avisados: {{names}}",
  "history.escalatedWhy": "escalou-o para a direção de suporte: {{why}}; avisados: {{names}}",
  "history.told": "avisou {{name}}",
  "help.escalate": "/ticket escalar 1042 [motivo]",
  "help.escalateMeans":
    " escala-o para a direção de suporte, se um prazo não foi cumprido ou se o seu plano o permite sempre",
  "refusal.notBreached": "O nosso prazo em {{ticket}} decorre até {{due}}. Se não puder esperar até lá: {{contact}}.",
  "refusal.nothingBroken": "Em {{ticket}} não há nenhum prazo por cumprir. Se não puder esperar: {{contact}}.",
  "refusal.escalatedAlready":
    "{{ticket}} foi escalado para a direção de suporte em {{at}}. Se não houver resposta, repita depois de {{again}}.",
  "done.escalated": "{{ticket}} foi escalado para a direção de suporte. No tópico do ticket verá quem foi avisado.",
  "way.label": "Se precisar de mais",
  "way.escalatedHeading": "{{ticket}} foi escalado para si",
  "way.escalatedSummary": "{{ticket}} · {{account}}: {{name}} recorre à direção de suporte",
  "way.escalatedBy": "{{name}} pede que a direção de suporte o analise, ",
  "way.broken": "Prazo não cumprido: ",
  "way.brokenSince": "{{clock}}, vencia ",
  "way.notBreached": "Não há nenhum prazo por cumprir; ainda assim, foi escalado.",
  "way.whyAsked": "Motivo",
  "way.neverWrote": "Nada desde que foi aberto",
  "way.lastReply": "A nossa última resposta",
  "way.neverReplied": "Ainda nenhuma",
  "way.escalatedInternal": "{{name}} escalou {{ticket}} para a direção de suporte. Avisados: {{names}}.",
  "way.escalatedNobody":
    "{{name}} escalou {{ticket}} para a direção de suporte, e não é possível avisar ninguém com essa função. Avisados: {{names}}.",
  "way.mentionEscalation":
    ": {{name}} escala {{ticket}} ({{account}}) para a direção de suporte. É preciso analisá-lo agora.",
  "unreached.escalation":
    "⚠ Não foi possível avisar {{name}} de que {{ticket}} foi escalado para a direção de suporte ({{why}}), e não resta ninguém a quem avisar.",
  "notified.person.escalation": "{{name}} sabe que {{ticket}} não pode esperar, desde ",
  "notified.team.escalation": "A nossa equipa de suporte sabe que {{ticket}} não pode esperar, desde ",
  "way.headOfSupport": "{{name}}, da direção de suporte,",
  "way.managerOfAccount": "{{name}}, que gere a sua conta,",
  "way.mayEscalate": "O cliente já o pode escalar para a direção de suporte.",
  "way.mayEscalateAlways": "O cliente pode escalá-lo para a direção de suporte, como em qualquer momento.",
  "way.escalated": "Escalado para a direção de suporte",
  "way.escalatedFact": "por {{name}}, ",
  "way.knows": "{{name}} sabe desde ",
  "way.nobodyKnows": "ainda não foi possível avisar ninguém",
};
