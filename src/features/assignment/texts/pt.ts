import type { Translation } from "../../../i18n/languages.ts";
import type { assignment as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const assignment: Translation<typeof english> = {
  "button.claim": "Assumir",
  "button.assign": "Atribuir",
  "message.noAgentAvailable":
    "⚠ {{ticket}} está sem responsável: todos os agentes estão ausentes ou no horário de descanso. Assuma-o, por favor.",
  "history.claimed": "assumiu o ticket",
  "history.assigned": "atribuiu o ticket a {{name}}",
  "history.unassigned": "deixou o ticket sem responsável",
  "history.noAgentAvailable": "não encontrou nenhum agente disponível para atribuir o ticket",
  "history.noPerson": "ninguém",
  "history.assigneeLeft": "verificou que a pessoa responsável, {{name}}, não faz mais parte da equipe",
  "refusal.alreadyClaimed": "{{name}} já assumiu {{ticket}}.",
  "refusal.noSuchPerson": "Não há ninguém chamado “{{name}}” nesta equipe.",
  "refusal.already.claimed": "Você já assumiu {{ticket}}.",
  "refusal.already.assignee": "{{ticket}} já está atribuído a essa pessoa.",
  "error.personUnknown": "Não há ninguém com esse nome nesta equipe.",
  "done.claimed": "{{ticket}} agora está com você.",
  "done.assigned": "{{ticket}} agora está atribuído a {{name}}.",
  "done.unassigned": "{{ticket}} ficou sem responsável.",
  "form.assignTitle": "Atribuir ticket",
  "form.assignSubmit": "Atribuir",
  "form.assignPerson": "Quem fica com {{ticket}}?",
  "form.assignHint": "Nome da pessoa",
  "form.noAssignee": "Ninguém",
  "assigned.heading": "{{ticket}} foi atribuído a você",
  "assigned.by": "{{name}} atribuiu este ticket a você.",
  "assigned.roundRobin": "Era a sua vez.",
  "assignee.notNotifiedOut": "{{name}}, responsável por {{ticket}}, não recebeu o aviso: está ausente até {{until}}.",
  "assignee.notNotifiedQuiet":
    "{{name}}, responsável por {{ticket}}, não recebeu o aviso: está no horário de descanso.",
  "assignee.notNotifiedFailed":
    "{{name}}, responsável por {{ticket}}, não pôde ser avisado por mensagem direta ({{why}}).",
  "assignee.left":
    "⚠ {{name}} não faz mais parte desta equipe e ainda é responsável por {{ticket}}: assuma-o, por favor, ou atribua-o a outra pessoa.",
  "assignee.leftReassigned":
    "{{name}} não faz mais parte desta equipe: {{ticket}} foi atribuído a {{next}}, por rodízio.",
  "assignee.gone": "não faz mais parte desta equipe: assuma o ticket ou atribua-o a outra pessoa",
  "assignee.outUntil": "{{name}} · ausente até {{until}}",
  "notice.customer": "O cliente escreveu em {{ticket}}, que está com você.",
  "notice.tech": "A equipe técnica escreveu em {{ticket}}, que está com você.",
  "notice.reopened": "{{ticket}}, que está com você, foi reaberto.",
  "notice.instead": "Você recebe este aviso porque substitui {{assignee}}, que está ausente.",
  "notice.standsIn": "{{name}} (no lugar de {{assignee}}, que está ausente)",
  "help.notify": "/desk notificações [sim | não]",
  "help.notifyMeans":
    "{{command}} define se você recebe notificações quando um cliente ou a equipe técnica escreve em um ticket atribuído a você",
  "notify.label": "Notificações",
  "notify.on.asYouChose":
    "Você recebe uma notificação quando um cliente ou a equipe técnica escreve em um ticket atribuído a você: foi o que você escolheu. Para desativar: /desk notificações não",
  "notify.on.asDeskSays":
    "Você recebe uma notificação quando um cliente ou a equipe técnica escreve em um ticket atribuído a você: é o que define o arquivo de configuração. Para desativar: /desk notificações não",
  "notify.off.asYouChose":
    "Você não recebe notificações quando um cliente ou a equipe técnica escreve em um ticket atribuído a você: foi o que você escolheu. Os lembretes de prazos continuam chegando. Para reativar: /desk notificações sim",
  "notify.off.asDeskSays":
    "Você não recebe notificações quando um cliente ou a equipe técnica escreve em um ticket atribuído a você: é o que define o arquivo de configuração. Os lembretes de prazos continuam chegando. Para ativar: /desk notificações sim",
  "notify.switch.on": "Receber notificações",
  "notify.switch.off": "Não receber notificações",
  "notify.badSwitch": "“{{text}}” não é sim nem não. Por exemplo: /desk notificações não",
};
