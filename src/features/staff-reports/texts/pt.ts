import type { Translation } from "../../../i18n/languages.ts";
import type { staffReports as english } from "./en.ts";

/** The Portuguese sentences of the reports that come by themselves. */
export const staffReports: Translation<typeof english> = {
  "weekly.headingDesk": "Suporte na semana de {{week}}",
  "weekly.headingAccounts": "Suas contas na semana de {{week}}",
  "weekly.quiet": "Uma semana tranquila: nenhum prazo vencia e nenhum cliente espera resposta.",
  "weekly.cameLate": "Este resumo chega atrasado: estava previsto para {{at}}.",
  "weekly.targets": "Prazos",
  "weekly.kept": "{{clock}}: {{met}} de {{ended}} cumpridos ({{share}})",
  "weekly.noneDue": "{{clock}}: nenhum vencia",
  "weekly.before": "na semana anterior: {{met}} de {{ended}} ({{share}})",
  "weekly.noneBefore": "nenhum na semana anterior",
  "weekly.missed_one": "{{count}} prazo perdido",
  "weekly.missed_many": "{{count}} de prazos perdidos",
  "weekly.missed_other": "{{count}} prazos perdidos",
  "weekly.late": "{{time}} de atraso",
  "weekly.more_one": "e mais {{count}}",
  "weekly.more_many": "e mais {{count}}",
  "weekly.more_other": "e mais {{count}}",
  "weekly.waiting": "Esperam resposta há mais tempo",
  "weekly.since": "desde {{since}}",
  "weekly.overdue": "vencido",
  "weekly.atRisk": "Em risco neste mês",
  "weekly.ratings": "O que dizem os clientes",
  "weekly.open": "Abrir o relatório",
  "weekly.becauseHead":
    "Você recebe este resumo toda semana porque está na direção de suporte. As configurações o desativam.",
  "weekly.becauseManager":
    "Você recebe este resumo toda semana porque é gerente de conta. As configurações o desativam.",
  "goal.heading": "{{account}}: uma meta deste mês",
  "goal.near_one": "Com mais {{count}} prazo perdido, “{{clock}}” de {{account}} fica abaixo de {{goal}}.",
  "goal.near_many": "Com mais {{count}} de prazos perdidos, “{{clock}}” de {{account}} fica abaixo de {{goal}}.",
  "goal.near_other": "Com mais {{count}} prazos perdidos, “{{clock}}” de {{account}} fica abaixo de {{goal}}.",
  "goal.missed": "“{{clock}}” de {{account}} está abaixo da meta de {{goal}}.",
  "goal.figures": "Até agora, em {{month}}: {{met}} de {{ended}} cumpridos ({{share}}).",
  "goal.recovery_one": "Com mais {{count}} prazo cumprido, volta à meta.",
  "goal.recovery_many": "Com mais {{count}} de prazos cumpridos em seguida, volta à meta.",
  "goal.recovery_other": "Com mais {{count}} prazos cumpridos em seguida, volta à meta.",
  "goal.noRecovery": "Uma meta de 100% não pode mais ser atingida neste mês.",
  "goal.assumes":
    "Contam apenas os prazos que já terminaram. Nada é suposto sobre os que ainda correm nem sobre os que virão.",
  "goal.becauseHead": "Você recebe este aviso porque está na direção de suporte. As configurações o desativam.",
  "goal.becauseManager": "Você recebe este aviso porque é gerente da conta. As configurações o desativam.",
  "goal.becauseDeputy":
    "Você recebe este aviso como suplente de {{name}}, gerente da conta, que está ausente até {{until}}.",
  "drafts.heading": "Rascunhos de relatórios de serviço de {{month}}",
  "drafts.about_one":
    "{{count}} rascunho espera por você. Confira os números, escreva uma frase sobre cada prazo perdido e envie-o ao cliente.",
  "drafts.about_many":
    "{{count}} de rascunhos esperam por você. Confira os números, escreva uma frase sobre cada prazo perdido e envie-os aos clientes.",
  "drafts.about_other":
    "{{count}} rascunhos esperam por você. Confira os números, escreva uma frase sobre cada prazo perdido e envie-os aos clientes.",
  "drafts.kept": "{{met}} de {{ended}} prazos cumpridos ({{share}})",
  "drafts.noneCounts": "nenhum prazo conta",
  "drafts.toWrite_one": "{{count}} prazo perdido",
  "drafts.toWrite_many": "{{count}} de prazos perdidos",
  "drafts.toWrite_other": "{{count}} prazos perdidos",
  "drafts.because":
    "Você recebe isto no primeiro dia útil do mês, porque mais ninguém completa estes rascunhos. As configurações o desativam.",
};
