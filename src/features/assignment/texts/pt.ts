import type { Translation } from "../../../i18n/translation.ts";
import type { assignment as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const assignment: Translation<typeof english> = {
  "button.claim": "Assumir",
  "button.assign": "Atribuir",
  "message.noAgentAvailable":
    "⚠ {{ticket}} não está com ninguém: todos os agentes estão ausentes ou em horário de descanso. Alguém o pode assumir?",
  "history.claimed": "assumiu-o",
  "history.assigned": "atribuiu-o a {{name}}",
  "history.unassigned": "retirou a atribuição",
  "history.noAgentAvailable": "não encontrou nenhum agente a quem o atribuir",
  "history.nobody": "ninguém",
  "refusal.alreadyClaimed": "{{name}} já assumiu {{ticket}}.",
  "refusal.noSuchPerson": "Não existe aqui ninguém chamado «{{name}}».",
  "refusal.already.claimed": "{{ticket}} já lhe está atribuído.",
  "refusal.already.assignee": "{{ticket}} já está atribuído assim.",
  "error.personUnknown": "Não existe aqui ninguém com esse nome.",
  "done.claimed": "{{ticket}} fica atribuído a si.",
  "done.assigned": "{{ticket}} fica atribuído a {{name}}.",
  "done.unassigned": "{{ticket}} fica sem atribuição.",
  "form.assignTitle": "Atribuir ticket",
  "form.assignSubmit": "Atribuir",
  "form.assignPerson": "Quem fica com {{ticket}}?",
  "form.assignHint": "Nome da pessoa",
  "form.nobody": "Ninguém",
  "turn.yours": "{{ticket}} foi-lhe atribuído",
  "turn.givenBy": "Atribuído por {{name}}.",
  "turn.inTurn": "Era a sua vez.",
  "turn.untoldOut": "{{name}}, que tem agora {{ticket}}, não foi avisado: ausência até {{until}}.",
  "turn.untoldQuiet": "{{name}}, que tem agora {{ticket}}, não foi avisado: está no seu horário de descanso.",
  "turn.untoldFailed": ", que tem agora {{ticket}}, não pôde ser avisado em privado ({{why}}).",
  "turn.left":
    "⚠ {{name}} já não faz parte desta equipa e ainda tem {{ticket}}: é preciso assumi-lo ou atribuí-lo a outra pessoa.",
  "turn.leftInTurn": "{{name}} já não faz parte desta equipa: {{ticket}} passa para {{next}}, por turno.",
  "turn.leftHistory": "verificou que {{name}}, que o tinha, já não faz parte da equipa",
  "turn.assigneeGone": " · já não faz parte desta equipa: assuma-o ou atribua-o a outra pessoa",
  "notice.customer": "O cliente escreveu em {{ticket}}, que lhe está atribuído.",
  "notice.tech": "A equipa técnica escreveu em {{ticket}}, que lhe está atribuído.",
  "notice.reopened": "{{ticket}}, que lhe estava atribuído, foi reaberto.",
  "notice.instead": "Recebe este aviso porque substitui {{assignee}}, que está ausente.",
  "notice.standsIn": "(em vez de {{assignee}}, que está ausente)",
  "notify.help": "/desk notificações [sim | não]",
  "notify.helpMeans":
    " define se recebe um aviso quando um cliente ou a equipa técnica escreve num ticket que lhe está atribuído",
  "notify.label": "Notificações",
  "notify.on.asYouChose":
    "Recebe uma notificação quando um cliente ou a equipa técnica escreve num ticket que lhe está atribuído, como escolheu. /desk notificações não desativa-as.",
  "notify.on.asDeskSays":
    "Recebe uma notificação quando um cliente ou a equipa técnica escreve num ticket que lhe está atribuído, como indica o ficheiro de configuração. /desk notificações não desativa-as para si.",
  "notify.off.asYouChose":
    "Não recebe notificações quando um cliente ou a equipa técnica escreve num ticket que lhe está atribuído, como escolheu. Os lembretes de prazos continuam a chegar. /desk notificações sim volta a ativá-las.",
  "notify.off.asDeskSays":
    "Não recebe notificações quando um cliente ou a equipa técnica escreve num ticket que lhe está atribuído, como indica o ficheiro de configuração. Os lembretes de prazos continuam a chegar. /desk notificações sim ativa-as para si.",
  "notify.turn.on": "Notificar-me",
  "notify.turn.off": "Deixar de me notificar",
  "notify.badSwitch": "«{{text}}» não é nem sim nem não. Por exemplo: /desk notificações não",
};
