import type { Translation } from "../../../i18n/languages.ts";
import type { callback as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const callback: Translation<typeof english> = {
  "history.callRequested": "pediu uma ligação para {{number}}; avisados: {{names}}",
  "history.called": "ligou para o cliente",
  "help.call": "/ticket ligação 1042 [seu número]",
  "help.callMeans": "{{command}} mostra o número para ligar ou pede que a gente ligue, se o plano inclui ligações",
  "help.manager": "/ticket gerente",
  "help.managerMeans": "{{command}} mostra quem é o gerente de conta, quem é o suplente e como falar com eles",
  "refusal.callNotOffered":
    "O seu plano só inclui ligações para tickets de gravidade {{severities}}, e {{ticket}} não é um deles. Se não puder esperar: {{contact}}.",
  "refusal.noCallAtAll": "O seu plano não inclui ligações. Se não puder esperar: {{contact}}.",
  "refusal.callRequestedAlready":
    "Já temos esse número para {{ticket}}. Envie outro número ou outro horário para mudar.",
  "refusal.noCallRequested": "O cliente de {{ticket}} não está mais esperando uma ligação.",
  "error.phoneUnclear": "Escreva um número de telefone, por exemplo +55 11 91234-5678.",
  "done.callRequested":
    "Temos o seu número, {{number}}, para {{ticket}}. Na conversa do ticket você vê quem foi avisado.",
  "done.called": "A ligação sobre {{ticket}} foi registrada como feita.",
  "form.callTitle": "Pedir uma ligação",
  "form.callSubmit": "Pedir a ligação",
  "form.callOn": "Seu número, para {{ticket}}",
  "form.callTime": "Qual é um bom horário?",
  "form.callTimeHint": "Por exemplo: agora, ou depois das 16:00",
  "form.callNotice": "Só a equipe de suporte lê isto.",
  "form.callNumber": "Você também pode ligar para {{phone}}, para tickets de gravidade {{severities}}.",
  "contact.ticketThread": "escreva na conversa do ticket",
  "contact.personInThread": "escreva para {{name}} na conversa do ticket",
  "button.requestCall": "Pedir uma ligação",
  "button.called": "Ligação feita",
  "fact.call": "Ligação pedida",
  "fact.callNumber": "Número",
  "fact.callTime": "Horário",
  "fact.deputy": "Suplente",
  "call.ring": "Você pode ligar para {{phone}} sobre {{ticket}}. Ou deixe o seu número e ligamos para você.",
  "call.backOnly": "Deixe o seu número e ligamos para você sobre {{ticket}}.",
  "call.heading": "{{ticket}}: ligue para {{name}}, por favor",
  "call.summary": "{{ticket}} · {{account}}: {{name}} pede uma ligação",
  "call.mention": "{{people}}: {{name}} ({{account}}) pede uma ligação sobre {{ticket}}, para {{number}}",
  "call.requested": "{{name}} pede uma ligação sobre {{ticket}}, para {{number}}. Avisados: {{names}}.",
  "call.requestedFor": "{{name}} pede uma ligação sobre {{ticket}}, para {{number}} ({{time}}). Avisados: {{names}}.",
  "call.made": "{{name}} ligou para o cliente de {{ticket}}.",
  "unreached.call":
    "⚠ Não foi possível avisar {{name}} de que o cliente de {{ticket}} pede uma ligação ({{why}}), e não há mais ninguém para avisar.",
  "notified.person.call": "{{name}} recebeu o aviso ({{at}}) de que você pediu uma ligação sobre {{ticket}}.",
  "notified.team.call":
    "Nossa equipe de suporte recebeu o aviso ({{at}}) de que você pediu uma ligação sobre {{ticket}}.",
  "manager.heading": "Contatos de {{account}}",
  "manager.out": "{{name}} está ausente até {{until}}. Enquanto isso, abra um ticket: todos chegam à nossa equipe.",
  "manager.outDeputy": "{{name}} está ausente até {{until}}; quem substitui é {{deputy}}.",
  "manager.none": "{{account}} ainda não tem gerente de conta. Abra um ticket: todos chegam à nossa equipe.",
  "manager.nonePhone": "{{account}} ainda não tem gerente de conta. Você pode ligar para {{phone}}.",
  "manager.accountUnknown":
    "Não sabemos a qual conta você pertence. Pergunte no canal da sua empresa ou abra um ticket.",
  "manager.noContact":
    "Escreva na conversa do seu ticket ou abra um com /ticket: {{name}} e a equipe são avisados de cada um.",
};
