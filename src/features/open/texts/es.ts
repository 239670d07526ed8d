import type { Translation } from "../../../i18n/translation.ts";
import type { open as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const open: Translation<typeof english> = {
  "severityMeans.critical": "No funciona algo esencial: acceso, reproducción o pagos",
  "severityMeans.high": "Falla una función importante y el negocio se resiente",
  "severityMeans.medium": "Poca o ninguna molestia; dudas de uso",
  "severityMeans.low": "Detalles estéticos y de la interfaz",
  "message.threadImported": "Lo que se dijo en el hilo antes de abrir {{ticket}}:",
  "message.tookOverMore": "Hay más: está todo en el hilo.",
  "message.ofUs": " (nuestro equipo)",
  "receipt.summary": "{{ticket}} está abierto",
  "receipt.heading": "{{ticket}} está abierto",
  "receipt.noPromise": "Tenemos tu ticket y contestaremos en cuanto podamos.",
  "receipt.inChannel": "El ticket tiene su propio hilo en ",
  "receipt.inDirect": "Hablamos de él en tus mensajes directos con este bot.",
  "receipt.accountUnknown": "Aún no sabemos de qué empresa eres; el equipo de soporte lo indicará.",
  "history.opened": "abrió el ticket con gravedad {{severity}}",
  "history.openedFrom.picked": "abrió el ticket con gravedad {{severity}} a partir de un mensaje de {{author}}",
  "history.openedFrom.mentioned": "abrió el ticket mencionando al bot; se tomó como gravedad {{severity}}",
  "history.openedFrom.reacted":
    "abrió el ticket con un 🎫 en un mensaje de {{author}}; se tomó como gravedad {{severity}}",
  "history.openedFrom.direct": "abrió el ticket por mensaje directo; se tomó como gravedad {{severity}}",
  "history.threadImported_one": "recogió {{count}} mensaje del hilo",
  "history.threadImported_many": "recogió {{count}} mensajes del hilo",
  "history.threadImported_other": "recogió {{count}} mensajes del hilo",
  "help.open": "/ticket [título]",
  "help.openMeans": " abre un ticket",
  "refusal.alreadyTicket": "Ese mensaje ya es {{ticket}}. Escribe en su hilo para añadir algo.",
  "problem.nothingToTake":
    "En ese mensaje no hay texto con el que abrir un ticket. /ticket abre uno con un formulario.",
  "problem.unreadable":
    "No puedo leer ese mensaje, así que no he podido abrir un ticket. /ticket abre uno con un formulario.",
  "problem.notACustomersChannel":
    "Aquí no se pide ayuda con una mención: no es el canal de ningún cliente. /ticket abre un ticket en cualquier sitio.",
  "problem.staffDirect":
    "Los mensajes directos del equipo no abren tickets. /ticket abre uno para una cuenta; /desk muestra la cola.",
  "problem.noAccounts": "Aquí todavía no hay cuentas. Administración puede añadirlas al archivo de configuración.",
  "error.titleMissing": "Ponle un título, por favor.",
  "error.titleTooLong": "El título es demasiado largo: como mucho {{max}} caracteres.",
  "error.descriptionMissing": "Cuéntanos qué ocurre, por favor.",
  "form.ticketTitle": "Nuevo ticket",
  "form.ticketSubmit": "Abrir ticket",
  "form.title": "¿De qué se trata?",
  "form.titleHint": "Una línea, por ejemplo: no hay vídeo en televisores",
  "form.severity": "¿Qué gravedad tiene?",
  "form.severityStranger":
    "El equipo todavía no conoce tu empresa; en cuanto compruebe que es crítico, subirá la gravedad.",
  "form.severityChoice": "{{severity}}: primera respuesta en {{target}}",
  "form.description": "¿Qué ocurre?",
  "form.descriptionHint": "¿Qué hiciste, qué esperabas y qué pasó? ¿Desde cuándo?",
  "form.account": "¿Para qué cuenta?",
  "said.openingEdited": "{{name}} ha cambiado el mensaje del que se abrió {{ticket}}:",
  "said.openingGone": "{{name}} ha retirado el mensaje del que se abrió {{ticket}}.",
  "said.editedAlone": "Editado ",
  "said.openingDeleted": "{{platform}} avisa de que se ha borrado el mensaje con el que se abrió {{ticket}}.",
  "said.publicDeleted":
    "⚠ {{platform}} avisa de que se ha borrado allí lo que {{name}} dijo al cliente de {{ticket}}, y no indica quién lo hizo. Queda registrado:",
  "said.publicDeletedBy": "{{name}} ha borrado lo que había dicho al cliente de {{ticket}}. Queda registrado:",
  "said.deleted": "Borrado allí; queda registrado desde el ",
  "said.deletedSince": " · borrado allí el ",
};
