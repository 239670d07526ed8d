import type { Translation } from "../../../i18n/translation.ts";
import type { consulting as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const consulting: Translation<typeof english> = {
  "history.openedConsulting": "pediu consultoria",
  "history.consultingRouted": "avisou {{names}} do pedido de consultoria",
  "help.consulting": "/ticket consultoria [tema]",
  "help.consultingMeans": " pede a quem gere a sua conta uma conversa sobre um tema",
  "refusal.consultingHasNone": "{{ticket}} é uma consultoria: não tem gravidade.",
  "form.consultingTitle": "Consultoria",
  "form.consultingSubmit": "Pedir",
  "form.consultingTopic": "Qual é o tema?",
  "form.consultingWhatFor": "O que pretende alcançar?",
  "form.consultingWhatForHint": "O que planeia, o que já tem, o que gostaria de saber",
  "form.consultingTime": "Quando gostaria de falar?",
  "form.consultingTimeHint": "Por exemplo: terça-feira de manhã, ou por e-mail",
  "form.consultingTimeIs": "Gostaria de falar: {{time}}",
  "form.consultingManager": "O pedido vai para {{name}}, que gere a sua conta.",
  "form.consultingTeam": "O pedido vai para a equipa de suporte.",
  "form.consultingPromise": "Recebe uma resposta em {{target}}. Se algo não funcionar, abra antes um ticket: /ticket",
  "form.consultingNoPromise": "Sem prazo prometido. Se algo não funcionar, abra antes um ticket: /ticket",
  "way.consulting": "Consultoria",
  "way.kind": "Tipo",
  "way.consultingReceipt": "A consultoria não tem prazo; quem acompanha a sua empresa entrará em contacto.",
  "way.consultingHeading": "{{ticket}}: {{account}} pede consultoria",
  "way.consultingSummary": "{{ticket}} · {{account}} pede consultoria: {{title}}",
  "way.mentionConsulting": ": {{account}} pede consultoria ({{ticket}}). Quem entra em contacto?",
  "unreached.consulting":
    "⚠ Não foi possível avisar {{name}} de que o cliente de {{ticket}} pede consultoria ({{why}}), e não resta ninguém a quem avisar.",
  "notified.person.consulting": "{{name}} sabe do seu pedido de consultoria, {{ticket}}, desde ",
  "notified.team.consulting": "A nossa equipa de suporte sabe do seu pedido de consultoria, {{ticket}}, desde ",
};
