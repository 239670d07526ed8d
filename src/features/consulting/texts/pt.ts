import type { Translation } from "../../../i18n/languages.ts";
import type { consulting as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const consulting: Translation<typeof english> = {
  "history.openedConsulting": "pediu uma consultoria",
  "history.consultingRouted": "avisou {{names}} do pedido de consultoria",
  "help.consulting": "/ticket consultoria [tema]",
  "help.consultingMeans": "{{command}} pede ao gerente de conta uma conversa sobre um tema",
  "refusal.consultingHasNone": "{{ticket}} é um pedido de consultoria e não tem gravidade.",
  "form.consultingTitle": "Consultoria",
  "form.consultingSubmit": "Pedir consultoria",
  "form.consultingTopic": "Qual é o assunto?",
  "form.consultingWhatFor": "O que você quer alcançar?",
  "form.consultingWhatForHint": "O que você planeja, o que já tem e o que gostaria de saber",
  "form.consultingTime": "Quando você gostaria de conversar?",
  "form.consultingTimeHint": "Por exemplo: terça de manhã, ou por e-mail",
  "form.consultingTimeIs": "Gostaria de conversar: {{time}}",
  "form.consultingManager": "O pedido vai para {{name}}, gerente de conta.",
  "form.consultingTeam": "O pedido vai para a equipe de suporte.",
  "form.consultingDue": "Respondemos em {{target}}. Se algo não funciona, abra um ticket: /ticket",
  "form.consultingNoTarget": "A resposta não tem um prazo fixo. Se algo não funciona, abra um ticket: /ticket",
  "kind.consulting": "Consultoria",
  "fact.kind": "Tipo",
  "consulting.receipt":
    "A consultoria não tem um prazo fixo de resposta; o gerente de conta ou a equipe de suporte entrará em contato.",
  "consulting.heading": "{{ticket}}: {{account}} pede uma consultoria",
  "consulting.summary": "{{ticket}} · {{account}} pede uma consultoria: {{title}}",
  "consulting.mention": "{{people}}: {{account}} pede uma consultoria ({{ticket}}). Quem entra em contato?",
  "unreached.consulting":
    "⚠ Não foi possível avisar {{name}} de que o cliente de {{ticket}} pede uma consultoria ({{why}}), e não há mais ninguém para avisar.",
  "notified.person.consulting": "{{name}} recebeu o aviso ({{at}}) do seu pedido de consultoria, {{ticket}}.",
  "notified.team.consulting":
    "Nossa equipe de suporte recebeu o aviso ({{at}}) do seu pedido de consultoria, {{ticket}}.",
};
