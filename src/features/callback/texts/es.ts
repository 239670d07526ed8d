import type { Translation } from "../../../i18n/languages.ts";
import type { callback as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const callback: Translation<typeof english> = {
  "history.callRequested": "pidió una llamada al {{number}}; avisados: {{names}}",
  "history.called": "llamó al cliente",
  "help.call": "/ticket llamada 1042 [tu número]",
  "help.callMeans":
    "{{command}} muestra el número al que llamar o pide que llamemos nosotros, si el plan incluye llamadas",
  "help.manager": "/ticket gerente",
  "help.managerMeans":
    "{{command}} muestra quién es el gerente de cuenta, quién es su suplente y cómo contactar con ellos",
  "refusal.callNotOffered":
    "Su plan solo incluye llamadas para tickets de gravedad {{severities}}, y {{ticket}} no lo es. Si no puede esperar: {{contact}}.",
  "refusal.noCallAtAll": "Su plan no incluye llamadas. Si no puede esperar: {{contact}}.",
  "refusal.callRequestedAlready":
    "Ya tenemos ese número para {{ticket}}. Envíe otro número u otra hora para cambiarlo.",
  "refusal.noCallRequested": "El cliente de {{ticket}} ya no está esperando una llamada.",
  "error.phoneUnclear": "Escriba un número de teléfono, por ejemplo +34 600 000 000.",
  "done.callRequested":
    "Tenemos su número, {{number}}, para {{ticket}}. En el hilo del ticket verá a quién se ha avisado.",
  "done.called": "La llamada sobre {{ticket}} consta como hecha.",
  "form.callTitle": "Pedir una llamada",
  "form.callSubmit": "Pedir la llamada",
  "form.callOn": "Su número, para {{ticket}}",
  "form.callTime": "¿Cuándo le viene bien?",
  "form.callTimeHint": "Por ejemplo: ahora, o después de las 16:00",
  "form.callNotice": "Solo lo lee el equipo de soporte.",
  "form.callNumber": "También puede llamar al {{phone}}, para tickets de gravedad {{severities}}.",
  "contact.ticketThread": "escriba en el hilo del ticket",
  "contact.personInThread": "escriba a {{name}} en el hilo del ticket",
  "button.requestCall": "Pedir una llamada",
  "button.called": "Llamada hecha",
  "fact.call": "Llamada pedida",
  "fact.callNumber": "Número",
  "fact.callTime": "Hora",
  "fact.deputy": "Suplente",
  "call.ring": "Puede llamar al {{phone}} para hablar de {{ticket}}. O déjenos su número y le llamamos.",
  "call.backOnly": "Déjenos su número y le llamamos para hablar de {{ticket}}.",
  "call.heading": "{{ticket}}: llama a {{name}}, por favor",
  "call.summary": "{{ticket}} · {{account}}: {{name}} pide una llamada",
  "call.mention": "{{people}}: {{name}} ({{account}}) pide una llamada sobre {{ticket}}, al {{number}}",
  "call.requested": "{{name}} pide una llamada sobre {{ticket}}, al {{number}}. Avisados: {{names}}.",
  "call.requestedFor": "{{name}} pide una llamada sobre {{ticket}}, al {{number}} ({{time}}). Avisados: {{names}}.",
  "call.made": "{{name}} ha llamado al cliente de {{ticket}}.",
  "unreached.call":
    "⚠ No se ha podido avisar a {{name}} de que el cliente de {{ticket}} pide una llamada ({{why}}), y no queda nadie más a quien avisar.",
  "notified.person.call": "{{name}} ha recibido el aviso ({{at}}) de que usted pidió una llamada sobre {{ticket}}.",
  "notified.team.call":
    "Nuestro equipo de soporte ha recibido el aviso ({{at}}) de que usted pidió una llamada sobre {{ticket}}.",
  "manager.heading": "Contactos de {{account}}",
  "manager.out":
    "{{name}} está ausente hasta el {{until}}. Mientras tanto, abra un ticket: todos llegan a nuestro equipo.",
  "manager.outDeputy": "{{name}} está ausente hasta el {{until}}; su suplente es {{deputy}}.",
  "manager.none": "{{account}} todavía no tiene gerente de cuenta. Abra un ticket: todos llegan a nuestro equipo.",
  "manager.nonePhone": "{{account}} todavía no tiene gerente de cuenta. Puede llamar al {{phone}}.",
  "manager.accountUnknown":
    "No sabemos a qué cuenta pertenece. Pregunte desde el canal de su empresa o abra un ticket.",
  "manager.noContact":
    "Escriba en el hilo de su ticket o abra uno con /ticket: {{name}} y el equipo reciben un aviso de cada uno.",
};
