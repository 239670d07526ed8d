import type { Translation } from "../../../i18n/languages.ts";
import type { statements as english } from "./en.ts";

/** The Spanish sentences of this feature. Customers are addressed as "usted", staff as "tú". */
export const statements = {
  "statement.title": "Informe de servicio para {{account}}",
  "statement.account": "Cuenta",
  "statement.period": "Período",
  "statement.plan": "Plan",
  "statement.manager": "Su gerente de cuenta",
  "statement.version": "Versión",
  "statement.replaces": "{{version}}, que sustituye a la versión {{before}}",
  "statement.summary": "A tiempo: {{met}} de {{total}} plazos ({{share}}).",
  "statement.nothing": "En este período no vencía ningún plazo.",
  "statement.goals": "Objetivos del plan",
  "statement.chart": "Plazos cumplidos a tiempo",
  "statement.target": "Plazo",
  "statement.severity": "Gravedad",
  "statement.agreed": "Tiempo acordado",
  "statement.met": "A tiempo",
  "statement.missedCount": "Incumplidos",
  "statement.cancelled": "Cancelados",
  "statement.share": "Parte a tiempo",
  "statement.goal": "Objetivo",
  "statement.result": "Resultado",
  "statement.goalMet": "Objetivo cumplido",
  "statement.goalMissed": "Objetivo no cumplido",
  "statement.noGoal": "Sin objetivo",
  "statement.noneCounts": "Ninguno cuenta",
  "statement.bySeverity": "Plazos por gravedad",
  "statement.total": "En total",
  "statement.missed": "Plazos incumplidos",
  "statement.noMissed": "En este período no se incumplió ningún plazo.",
  "statement.ticket": "Ticket",
  "statement.happened": "Qué ocurrió",
  "statement.fromManager": "De su gerente de cuenta",
  "statement.late.firstResponse":
    "Usted preguntó el {{started}} y nuestra primera respuesta vencía el {{due}}. La espera terminó el {{ended}}, con {{late}} de retraso.",
  "statement.late.nextResponse":
    "Usted escribió el {{started}} y nuestra respuesta vencía el {{due}}. La espera terminó el {{ended}}, con {{late}} de retraso.",
  "statement.late.update":
    "El {{started}} prometimos novedades para el {{due}}. La espera terminó el {{ended}}, con {{late}} de retraso.",
  "statement.late.resolution":
    "El ticket comenzó el {{started}} y su solución vencía el {{due}}. Terminó el {{ended}}, con {{late}} de retraso.",
  "statement.unwritten": "Sin escribir todavía",
  "statement.waiting": "En espera de usted",
  "statement.waited":
    "Los tickets cuya solución vencía en este período estuvieron en espera de usted, o cerrados entretanto, {{time}} en total. Ese tiempo no cuenta.",
  "statement.notWaited": "Ningún ticket cuya solución vencía en este período estuvo en espera de usted.",
  "statement.consulting": "Consultoría",
  "statement.consultingUsed": "Tiempo dedicado",
  "statement.consultingAbout": "Tiempo que nuestro equipo dedicó a sus solicitudes de consultoría en este periodo.",
  "statement.ratings": "Sus valoraciones",
  "statement.rating": "Valoración",
  "statement.number": "Número",
  "statement.how":
    "Un plazo pertenece al período en el que vencía. Un plazo cancelado no cuenta ni como cumplido ni como incumplido. Un retraso cuenta solo las horas del plan. Las horas son de la zona horaria {{zone}}.",
  "statement.foot": "{{desk}} · {{title}} · {{period}}",
  "statement.noticeSummary": "{{desk}}: su informe de servicio, {{period}}",
  "statement.noticeText":
    "El informe de servicio para {{account}} está en el área de clientes. Allí puede leerlo, imprimirlo y guardarlo como PDF.",
  "statement.noticeOpen": "Abrir el informe",
  "statement.list": "Informes de servicio",
  "statement.listAbout":
    "Un informe cuenta a una cuenta cómo se cumplieron sus plazos en un período. Su gerente de cuenta escribe una frase sobre cada plazo incumplido y lo envía.",
  "statement.none": "Todavía no hay ningún informe.",
  "statement.make": "Crear un borrador",
  "statement.periodHelp": "Por ejemplo «el mes pasado», 2026-10 o 2026-Q3.",
  "statement.chooseAccount": "Elige una cuenta cuyos informes puedas escribir.",
  "statement.noAccounts":
    "No puedes escribir informes de ninguna cuenta: lo hacen su gerente de cuenta, su suplente, la dirección de soporte y administración.",
  "statement.state": "Estado",
  "statement.draft": "Borrador",
  "statement.sentAt": "Enviado {{at}}",
  "statement.notThere": "Ese informe no existe.",
  "statement.back": "Todos los informes",
  "statement.draftAbout":
    "Es un borrador que solo ve el equipo de soporte. Sus cifras siguen a los tickets hasta que se envía.",
  "statement.mayNotWrite":
    "Solo lo escriben y envían su gerente de cuenta, su suplente, la dirección de soporte y administración.",
  "statement.sentences": "Una frase por cada plazo incumplido",
  "statement.sentenceOf": "{{ticket}}, {{clock}}",
  "statement.sentenceHelp": "Lo lee el cliente. Di qué ocurrió y qué hacéis al respecto.",
  "statement.cause": "Solo para ti: {{cause}}.",
  "statement.save": "Guardar las frases",
  "statement.saved": "Las frases están guardadas.",
  "statement.tooLong_one": "Una frase es demasiado larga: como máximo {{most}} caracteres. No se guardó.",
  "statement.tooLong_other":
    "{{count}} frases son demasiado largas: como máximo {{most}} caracteres cada una. No se guardaron.",
  "statement.tooLong_many":
    "{{count}} frases son demasiado largas: como máximo {{most}} caracteres cada una. No se guardaron.",
  "statement.preview": "Vista previa: lo que verá el cliente",
  "statement.send": "Enviar al cliente",
  "statement.sendTitle": "¿Enviar este informe a {{account}}?",
  "statement.sendText":
    "Los contactos que ven todos los tickets de la cuenta podrán leerlo en el área de clientes y recibirán un mensaje. Ya no se podrá cambiar. Una corrección es una versión nueva.",
  "statement.sendYes": "Sí, enviarlo",
  "statement.sent": "El informe se ha enviado.",
  "statement.refused.unwritten_one":
    "Un plazo incumplido todavía no tiene frase. Escríbela y después envía el informe.",
  "statement.refused.unwritten_other":
    "{{count}} plazos incumplidos todavía no tienen frase. Escríbelas y después envía el informe.",
  "statement.refused.unwritten_many":
    "{{count}} plazos incumplidos todavía no tienen frase. Escríbelas y después envía el informe.",
  "statement.refused.changed":
    "Las cifras o las frases cambiaron desde que las viste. Míralas otra vez y después envía.",
  "statement.refused.periodLasts": "El período termina el {{at}}. El informe se puede enviar después.",
  "statement.refused.running":
    "Un plazo de este período todavía no ha terminado, y el informe lo omitiría: {{tickets}}.",
  "statement.refused.deriving":
    "Tras la actualización, Plazo sigue leyendo el historial de tickets anteriores, así que pueden faltar cifras. Envía el informe dentro de unos minutos.",
  "statement.refused.notDraft": "Ya se envió.",
  "statement.refused.tooMany": "Se incumplieron más de {{most}} plazos. Elige un período más corto.",
  "statement.refused.noAccount": "Esta cuenta ya no existe.",
  "statement.damaged":
    "Este informe ya no es el que se envió: su contenido se cambió en la base de datos. Plazo no lo muestra. Administración puede restaurar la fila desde una copia de seguridad.",
  "statement.damagedForCustomer": "Este informe no se puede mostrar en este momento. Pregunte a su gerente de cuenta.",
  "statement.correct": "Hacer una corrección",
  "statement.correctAbout":
    "Una corrección es un borrador nuevo con las cifras de hoy y las mismas frases. Al enviarla, dice qué versión sustituye.",
  "statement.replaced": "Una versión posterior sustituye a esta.",
  "statement.pdf": "Descargar en PDF",
  "statement.html": "Descargar en HTML",
  "statement.notified": "Quién recibió el aviso",
  "statement.notifiedDone": "Recibieron el aviso: {{names}}.",
  "statement.notifiedLater": "Aún por avisar: {{names}}.",
  "statement.notNotified": "Sin aviso: {{name}}. {{why}}",
  "statement.notifyAgain": "Intentar avisar de nuevo",
  "statement.notifyingAgain": "Plazo intenta avisar de nuevo.",
  "statement.log": "Qué ha pasado con él",
  "statement.log.made": "{{name}} creó el borrador",
  "statement.log.sent": "{{name}} lo envió",
  "statement.hash": "SHA-256 de lo enviado: {{hash}}",
  "statement.areaTitle": "Informes",
  "statement.areaAbout": "Cómo cumplimos nuestros plazos con usted, tal como lo envió su gerente de cuenta.",
  "statement.areaNone": "Su gerente de cuenta todavía no ha enviado ningún informe.",
  "statement.areaSent": "Enviado",
  "statement.areaBack": "Volver a los informes",
  "statement.open": "Abrir",
} as const satisfies Translation<typeof english>;
