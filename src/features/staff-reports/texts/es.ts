import type { Translation } from "../../../i18n/languages.ts";
import type { staffReports as english } from "./en.ts";

/** The Spanish sentences of the reports that come by themselves. */
export const staffReports: Translation<typeof english> = {
  "weekly.headingDesk": "Soporte en la semana del {{week}}",
  "weekly.headingAccounts": "Tus cuentas en la semana del {{week}}",
  "weekly.quiet": "Una semana tranquila: no vencía ningún plazo y ningún cliente espera respuesta.",
  "weekly.cameLate": "Este resumen llega tarde: estaba previsto para el {{at}}.",
  "weekly.targets": "Plazos",
  "weekly.kept": "{{clock}}: {{met}} de {{ended}} cumplidos ({{share}})",
  "weekly.noneDue": "{{clock}}: no vencía ninguno",
  "weekly.before": "la semana anterior: {{met}} de {{ended}} ({{share}})",
  "weekly.noneBefore": "ninguno la semana anterior",
  "weekly.missed_one": "{{count}} plazo incumplido",
  "weekly.missed_many": "{{count}} de plazos incumplidos",
  "weekly.missed_other": "{{count}} plazos incumplidos",
  "weekly.late": "{{time}} tarde",
  "weekly.more_one": "y {{count}} más",
  "weekly.more_many": "y {{count}} más",
  "weekly.more_other": "y {{count}} más",
  "weekly.waiting": "Esperan respuesta desde hace más tiempo",
  "weekly.since": "desde {{since}}",
  "weekly.overdue": "vencido",
  "weekly.atRisk": "En riesgo este mes",
  "weekly.ratings": "Lo que dicen los clientes",
  "weekly.open": "Abrir el informe",
  "weekly.becauseHead":
    "Recibes este resumen cada semana porque estás en la dirección de soporte. Se desactiva en la configuración.",
  "weekly.becauseManager":
    "Recibes este resumen cada semana porque eres gerente de cuenta. Se desactiva en la configuración.",
  "goal.heading": "{{account}}: un objetivo de este mes",
  "goal.near_one": "Con {{count}} incumplimiento más, «{{clock}}» de {{account}} baja del {{goal}}.",
  "goal.near_many": "Con {{count}} de incumplimientos más, «{{clock}}» de {{account}} baja del {{goal}}.",
  "goal.near_other": "Con {{count}} incumplimientos más, «{{clock}}» de {{account}} baja del {{goal}}.",
  "goal.missed": "«{{clock}}» de {{account}} está por debajo de su objetivo del {{goal}}.",
  "goal.figures": "Hasta ahora, en {{month}}: {{met}} de {{ended}} cumplidos ({{share}}).",
  "goal.recovery_one": "Con {{count}} plazo más que se cumpla vuelve al objetivo.",
  "goal.recovery_many": "Con {{count}} de plazos más que se cumplan seguidos vuelve al objetivo.",
  "goal.recovery_other": "Con {{count}} plazos más que se cumplan seguidos vuelve al objetivo.",
  "goal.noRecovery": "Un objetivo del 100 % ya no se puede alcanzar este mes.",
  "goal.assumes":
    "Solo cuentan los plazos que ya han terminado. No se hacen suposiciones sobre los que siguen en marcha ni sobre los que vendrán.",
  "goal.becauseHead": "Recibes este aviso porque estás en la dirección de soporte. Se desactiva en la configuración.",
  "goal.becauseManager": "Recibes este aviso porque eres gerente de la cuenta. Se desactiva en la configuración.",
  "goal.becauseDeputy":
    "Recibes este aviso como suplente de {{name}}, gerente de la cuenta, que está ausente hasta el {{until}}.",
  "drafts.heading": "Borradores de informes de servicio de {{month}}",
  "drafts.about_one":
    "Te espera {{count}} borrador. Revisa sus cifras, escribe una frase sobre cada plazo incumplido y envíalo al cliente.",
  "drafts.about_many":
    "Te esperan {{count}} de borradores. Revisa sus cifras, escribe una frase sobre cada plazo incumplido y envíalos a los clientes.",
  "drafts.about_other":
    "Te esperan {{count}} borradores. Revisa sus cifras, escribe una frase sobre cada plazo incumplido y envíalos a los clientes.",
  "drafts.kept": "{{met}} de {{ended}} plazos cumplidos ({{share}})",
  "drafts.noneCounts": "ningún plazo cuenta",
  "drafts.toWrite_one": "{{count}} plazo incumplido",
  "drafts.toWrite_many": "{{count}} de plazos incumplidos",
  "drafts.toWrite_other": "{{count}} plazos incumplidos",
  "drafts.because":
    "Recibes esto el primer día laborable del mes, porque nadie más completa estos borradores. Se desactiva en la configuración.",
};
