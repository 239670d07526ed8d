import type { Translation } from "../../../i18n/languages.ts";
import type { deskFormHelp as english } from "./en.ts";

/** The Spanish help texts of the forms that edit the desk, by the key of the desk file. */
export const deskFormHelp: Translation<typeof english> = {
  "settingHelp.people.name": "El nombre que se muestra.",
  "settingHelp.people.roles":
    "Los agentes responden a los tickets. Los gerentes de cuenta llevan cuentas y reciben los recordatorios de sus plazos. El equipo técnico recibe lo que los agentes le pasan. La dirección de soporte recibe los avisos de plazos incumplidos. La dirección y los administradores cambian esta configuración. Al menos uno.",
  "settingHelp.people.platformId":
    "Para que Plazo reconozca allí a la persona y pueda avisarla. Elígela de la lista o escribe el ID.",
  "settingHelp.people.prefers": "Dónde se le avisa primero. Sin elegir: la primera plataforma en la que tiene un ID.",
  "settingHelp.people.email": "Para recordatorios y para entrar por correo.",
  "settingHelp.people.phone": "Lo ven los clientes de sus cuentas.",
  "settingHelp.people.deputy": "Quién la sustituye.",
  "settingHelp.people.quiet":
    "Horas en las que no se le molesta, en su zona horaria, como 22:00-07:00. Los tickets críticos con un calendario siempre abierto las rompen.",
  "settingHelp.people.notify": "Si se le avisa de los mensajes de sus tickets. Sin elegir: como diga el servicio.",
  "settingHelp.people.reports":
    "Si recibe el resumen semanal, los borradores de informes de servicio y los avisos que le corresponden. Sin elegir: sí.",
  "settingHelp.people.locale": "Sin elegir: el idioma del servicio.",
  "settingHelp.people.timezone": "Por ejemplo, Europe/Madrid. Vacía: la zona del servicio.",
  "settingHelp.accounts.name": "La empresa del cliente, como se lee.",
  "settingHelp.accounts.plan": "El plan dice qué plazos y horarios tiene.",
  "settingHelp.accounts.manager": "A quién se le recuerda primero. Sin elegir: los recordatorios van a triaje.",
  "settingHelp.accounts.locale": "Sin elegir: el idioma del servicio.",
  "settingHelp.accounts.timezone":
    "Los clientes leen los plazos en ella; por ejemplo, Europe/Madrid. Vacía: la zona del servicio.",
  "settingHelp.accounts.channels":
    "Un ticket de uno de estos canales es de esta cuenta. Un canal está en un solo lugar.",
  "settingHelp.accounts.contacts":
    "Personas de esta cuenta, donde el canal no lo dice. Una persona está en un solo lugar.",
  "settingHelp.accounts.ownTicketsOnly":
    "Contactos de esta cuenta que no ven los tickets de sus compañeros. En un canal se lee lo que hay en él.",
  "settingHelp.plans.calendar": "Las horas en las que cuentan los plazos de este plan.",
  "settingHelp.plans.targets.calendar": "Solo para esta gravedad. Sin elegir: el calendario del plan.",
  "settingHelp.plans.phone": "Gravedades con las que los clientes pueden pedir una llamada.",
  "settingHelp.plans.escalate": "Sin elegir: cuando se haya incumplido un plazo.",
  "settingHelp.plans.attainment.firstResponse":
    "Los informes de servicio comparan con él la parte cumplida a tiempo, como 95%. Vacío: sin objetivo.",
  "settingHelp.plans.attainment.nextResponse":
    "Los informes de servicio comparan con él la parte cumplida a tiempo, como 95%. Vacío: sin objetivo.",
  "settingHelp.plans.attainment.update":
    "Los informes de servicio comparan con él la parte cumplida a tiempo, como 95%. Vacío: sin objetivo.",
  "settingHelp.plans.attainment.resolution":
    "Los informes de servicio comparan con él la parte cumplida a tiempo, como 95%. Vacío: sin objetivo.",
  "settingHelp.plans.watch.ask":
    "Cuándo se pregunta a triaje por un mensaje sin respuesta en el canal de un cliente; por ejemplo, 10 minutos. Vacío: no se vigilan esos mensajes.",
  "settingHelp.plans.watch.open":
    "Cuándo se abre por sí solo un ticket a partir de ese mensaje; por ejemplo, 30 minutos. Vacío: nunca.",
  "settingHelp.calendars.open": "El tiempo corre siempre, de día y de noche. Deja vacío todo lo de abajo.",
  "settingHelp.calendars.timezone": "La zona del horario. Si se deja vacía: la zona del servicio.",
  "settingHelp.calendars.hours": "Para cada día; por ejemplo, 09:00-14:00, 15:30-18:30. Un día sin horas está cerrado.",
  "settingHelp.calendars.holidays": "Fechas cerradas, una por línea; por ejemplo, 2026-12-25.",
  "settingHelp.calendars.publicHolidays":
    "Por ejemplo, ES, o ES-MD para una región. No cierra nada: Plazo avisa de los festivos oficiales que siguen siendo laborables.",
  "settingHelp.calendars.exceptions":
    "Una fecha por línea, con sus horas o «cerrado»: 2026-12-24 09:00-13:00. Valen antes que el horario y los festivos.",
  "settingHelp.severities.means":
    "Los clientes lo leen al elegir, junto al tiempo de la primera respuesta. Una línea de 100 caracteres como mucho. Vacío: el texto de Plazo.",
  "settingHelp.clock.firstResponse": "Desde la apertura hasta el primer mensaje público de una persona del equipo.",
  "settingHelp.clock.nextResponse": "Desde un mensaje posterior del cliente hasta la siguiente respuesta pública.",
  "settingHelp.clock.resolution": "Desde la apertura hasta Resolver. Se detiene mientras el ticket espera al cliente.",
  "settingHelp.clock.tech": "Desde que se pasa al equipo técnico hasta su respuesta. Los clientes nunca lo ven.",
  "settingHelp.reminders.at":
    "Por ejemplo, 80%. 100% es el propio vencimiento; 150%, la mitad del plazo después. Rellena esto o el tiempo que queda.",
  "settingHelp.reminders.left": "Tanto tiempo de trabajo antes del vencimiento, sin días; por ejemplo, 15 minutos.",
  "settingHelp.reminders.tell":
    "Quién recibe un mensaje directo. Si no se puede avisar a alguien, se avisa al siguiente.",
  "settingHelp.reminders.email": "Quién recibe un correo. La persona elegida necesita una dirección de correo.",
  "settingHelp.reminders.mention": "Todo el equipo lo lee en el canal de triaje.",
  "settingHelp.reminders.severities": "Ninguna elegida: todas.",
  "settingHelp.reminders.clocks": "Ninguno elegido: todos menos el del equipo técnico.",
  "settingHelp.replies.title":
    "Por lo que eligen los agentes. 75 caracteres como mucho. Un idioma vacío toma el texto del idioma del servicio.",
  "settingHelp.replies.text": "Lo que se envía. Plazo rellena {customer}, {ticket}, {manager}, {account} y {due}.",
  "settingHelp.manual.articles.title": "El título que leen los clientes.",
  "settingHelp.manual.articles.url": "La dirección web del artículo.",
  "settingHelp.manual.articles.keywords":
    "Una por línea. A una consulta con una de estas palabras se le ofrece el artículo. No importan mayúsculas, acentos ni plurales.",
  "settingHelp.manual.articles.lang": "Ofrecerlo solo a quien lee este idioma. Sin elegir: a todos.",
  "settingHelp.areas.title":
    "Por lo que se elige. 75 caracteres como mucho. Un idioma vacío toma el texto del idioma del servicio.",
  "settingHelp.areas.agents":
    "Quién se turna con sus tickets, si los tickets nuevos se reparten por turnos. Ninguno elegido: todos los agentes.",
  "settingHelp.areas.tech": "Dónde recibe el equipo técnico los tickets de esta área. Vacío: su canal habitual.",
  "settingHelp.desk": "El nombre que aparece bajo las respuestas del bot.",
  "settingHelp.locale": "Para quien no tiene otro.",
  "settingHelp.timezone": "Para quien no tiene otra; por ejemplo, Europe/Madrid.",
  "settingHelp.phone": "Un número al que puede llamar cualquier cliente. Vacío: el de su gerente de cuenta.",
  "settingHelp.manual": "La dirección web a la que lleva /ticket help.",
  "settingHelp.grace":
    "Tras un cambio de gravedad o de cuenta, un vencimiento nunca llega antes de ahora más esta parte de su plazo; por ejemplo, 25%.",
  "settingHelp.undo":
    "Cuánto espera una respuesta pública para que su autor pueda retirarla: de 5 segundos a 5 minutos, o 0 para enviarla enseguida.",
  "settingHelp.assignment": "Sin elegir: el agente que se lo asigne.",
  "settingHelp.notifyAssignee": "Cada persona puede elegir otra cosa. Sin elegir: sí.",
  "settingHelp.welcome": "Dice cómo preguntar, qué se promete y a quién llamar. Sin elegir: no.",
  "settingHelp.reports.weekly":
    "Cuándo reciben la dirección de soporte y los gerentes de cuenta las cifras de la semana pasada, en su propia zona horaria: un día y una hora, como mon 08:00 (lunes; tue, wed, thu, fri, sat, sun), o never (nunca). Vacío: mon 08:00.",
  "settingHelp.reports.statements":
    "Cuándo reciben los gerentes de cuenta los borradores de los informes de servicio del mes pasado, el primer día laborable del mes y en su propia zona horaria: una hora, como 08:00, o never (nunca). Vacío: 08:00.",
  "settingHelp.reports.alerts":
    "Si se avisa a la dirección de soporte y al gerente de cuenta cuando uno o dos incumplimientos más bastan para no alcanzar este mes el objetivo de un plan, y cuando ya no se alcanza. Sin elegir: sí.",
  "settingHelp.mail.support": "Los clientes escriben a esta dirección, y los correos que reciben salen de ella.",
  "settingHelp.mail.head": "El correo de un cliente a esta dirección escala su ticket, o abre uno ya escalado.",
  "settingHelp.mail.answers":
    "Solo si tu servidor de correo no entrega soporte+algo@ en el buzón de soporte@: una dirección en la que * ocupa el lugar del ticket, como *@tickets.example.com. Si se deja vacío: el correo de soporte con un +.",
  "settingHelp.mail.trustUnverified":
    "Si basta la dirección de un contacto cuando tu servidor de correo no dice nada del remitente. Con «no», ese correo espera a triage, salvo que responda a uno de Plazo. Sin elegir: sí.",
  "settingHelp.reopen":
    "Cuánto tiempo después de resolver un mensaje del cliente reabre el mismo ticket; por ejemplo, 7 días. Más tarde, o con «nunca», abre uno nuevo.",
  "settingHelp.thanks":
    "Una frase por línea. Un mensaje que solo da las gracias no pone en marcha ningún plazo. Plazo conoce las habituales.",
  "settingHelp.waiting.nudge": "Cuándo vuelve Plazo a preguntar al cliente; por ejemplo, 2 días. Vacío: nunca.",
  "settingHelp.waiting.close":
    "Cuándo cierra Plazo el ticket, después de preguntar; por ejemplo, 5 días. Vacío: nunca.",
  "settingHelp.channels.triage": "Donde el equipo ve una tarjeta de cada ticket. Al menos uno.",
  "settingHelp.channels.tech": "Donde el equipo técnico ve lo que se le pasa. Ninguno: no se le puede pasar nada.",
  "settingHelp.limits.tickets.person": "Tickets que abre una persona. Vacío: 5.",
  "settingHelp.limits.tickets.account": "Tickets que abre una cuenta. Vacío: 30.",
  "settingHelp.limits.messages.person": "Mensajes que escribe una persona. Vacío: 30.",
  "settingHelp.limits.messages.account": "Mensajes que escribe una cuenta. Vacío: 300.",
  "settingHelp.limits.strangers.cards":
    "Tarjetas en triaje para sus tickets. Los demás esperan juntos en un mensaje. Vacío: 3.",
  "settingHelp.limits.files.count": "Archivos copiados al equipo para una cuenta. Vacío: 500.",
  "settingHelp.limits.files.megabytes": "Su tamaño en total. Vacío: 1000.",
  "settingHelp.limits.transcripts.person": "Transcripciones para una persona. Vacío: 10.",
  "settingHelp.limits.lookups.person": "Tickets y listas que mira una persona. Vacío: 60.",
  "settingHelp.limits.within": "Por ejemplo, 10 minutos; como mucho una semana, sin días.",
};
