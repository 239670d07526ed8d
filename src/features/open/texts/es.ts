import type { Translation } from "../../../i18n/languages.ts";
import type { open as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const open: Translation<typeof english> = {
  "message.threadImported": "Mensajes del hilo anteriores a la apertura de {{ticket}}:",
  "message.threadImportedMore": "Hay más mensajes: están todos en el hilo.",
  "message.threadFilesLeftOut_one": "{{count}} archivo de este hilo no se ha copiado, porque hay demasiados.",
  "message.threadFilesLeftOut_many": "{{count}} de archivos de este hilo no se han copiado, porque hay demasiados.",
  "message.threadFilesLeftOut_other": "{{count}} archivos de este hilo no se han copiado, porque hay demasiados.",
  "message.by": "{{name}} {{at}}",
  "message.bySupport": "{{name}} (nuestro equipo) {{at}}",
  "receipt.summary": "{{ticket}} está abierto",
  "receipt.heading": "{{ticket}} está abierto",
  "receipt.noTarget": "Hemos recibido su ticket y responderemos en cuanto podamos.",
  "receipt.inChannel": "El ticket tiene su propio hilo en {{channel}}.",
  "receipt.inThread": "La conversación sigue en el hilo en el que se abrió el ticket, en {{channel}}.",
  "receipt.inDirect": "La conversación sigue en los mensajes directos con este bot.",
  "receipt.directInstead":
    "El bot no puede escribir en {{channel}}, así que la conversación sigue en los mensajes directos con este bot.",
  "receipt.nowhereYet":
    "El bot no puede escribir en {{channel}}, así que el cliente todavía no ve allí el ticket. Pide al administrador de Plazo que lo permita.",
  "receipt.accountUnknown": "Todavía no conocemos su empresa; el equipo de soporte la indicará.",
  "form.forTitle": "Ticket para un contacto",
  "form.forWhom": "¿Quién lo pide?",
  "form.forHint": "El nombre del contacto, como figura en el ticket",
  "form.forHintAccount": "Un contacto de {{account}}. Pasa a ser el solicitante y recibe la confirmación donde esté.",
  "error.contactMissing": "Diga quién lo pide.",
  "open.forWhom": "¿Para quién? Nombre a un contacto: /ticket para @Carla, o /ticket para carla@acme.example",
  "help.openFor": "/ticket para @Carla [título]",
  "help.openForMeans": "{{command}} abre un ticket para un contacto, que pasa a ser el solicitante",
  "refusal.noContact": "{{name}} no es contacto de ninguna cuenta. Invítele antes: /ticket invitar",
  "open.forContact": "Abrir un ticket",
  "history.opened": "abrió el ticket con gravedad {{severity}}",
  "history.openedFrom.picked": "abrió el ticket con gravedad {{severity}} a partir de un mensaje de {{author}}",
  "history.openedFrom.mentioned": "abrió el ticket mencionando al bot; se tomó como gravedad {{severity}}",
  "history.openedFrom.reacted":
    "abrió el ticket con un 🎫 en un mensaje de {{author}}; se tomó como gravedad {{severity}}",
  "history.openedFrom.direct": "abrió el ticket por mensaje directo; se tomó como gravedad {{severity}}",
  "history.openedFrom.posted": "abrió el ticket con una publicación en el foro; se tomó como gravedad {{severity}}",
  "history.openedFrom.unanswered":
    "abrió el ticket desde un mensaje de {{author}} sin respuesta; se tomó como gravedad {{severity}}",
  "history.threadImported_one": "importó {{count}} mensaje del hilo",
  "history.threadImported_many": "importó {{count}} de mensajes del hilo",
  "history.threadImported_other": "importó {{count}} mensajes del hilo",
  "help.open": "/ticket [título]",
  "help.openMeans": "{{command}} abre un ticket",
  "refusal.messageOfAnother":
    "Este mensaje es de {{name}}, así que otra cuenta no debe leerlo. Escribe /ticket para abrir un ticket de la otra cuenta.",
  "refusal.alreadyTicket": "Ese mensaje ya es {{ticket}}. Para añadir algo, escriba en el hilo de ese ticket.",
  "problem.nothingToTake": "Ese mensaje no tiene texto con el que abrir un ticket. /ticket abre uno con un formulario.",
  "problem.unreadable":
    "No puedo leer ese mensaje, así que no he podido abrir un ticket. /ticket abre uno con un formulario.",
  "problem.tooManyMarked":
    "🎫 no ha abierto ningún ticket: usted o sus compañeros han marcado demasiados mensajes en poco tiempo. Quítelo del mensaje y vuelva a ponerlo a partir del {{until}}, o abra un ticket ahora con /ticket.",
  "problem.notACustomersChannel":
    "Aquí las menciones no abren tickets: este canal no está vinculado a ningún cliente. /ticket abre un ticket en cualquier sitio.",
  "problem.notOfThisCustomer":
    "Aquí sus menciones no abren tickets: el equipo de soporte no le cuenta entre las personas de este cliente. /ticket abre un ticket propio en cualquier lugar.",
  "problem.staffDirect":
    "Esto queda entre tú y Plazo: ningún cliente lo lee y no abre ningún ticket. Para responder a un cliente, pulsa Responder en el ticket o escribe en su hilo. /ticket abre un ticket para una cuenta; /desk muestra la cola.",
  "problem.noAccounts": "Todavía no hay cuentas. Un administrador puede añadirlas al archivo de configuración.",
  "error.titleMissing": "Escriba un título, por favor.",
  "error.titleTooLong": "El título es demasiado largo: como máximo {{max}} caracteres.",
  "error.descriptionMissing": "Explique qué ocurre, por favor.",
  "form.ticketTitle": "Nuevo ticket",
  "form.ticketSubmit": "Abrir ticket",
  "form.title": "¿De qué se trata?",
  "form.titleHint": "Una línea, por ejemplo: no hay vídeo en televisores",
  "form.severity": "¿Qué gravedad tiene?",
  "form.severityStranger":
    "El equipo de soporte todavía no conoce su empresa. Subirá el ticket a gravedad crítica en cuanto lo compruebe.",
  "form.severityChoice": "{{severity}}: primera respuesta en {{target}}",
  "form.description": "¿Qué ocurre?",
  "form.descriptionHint": "¿Qué hizo, qué esperaba y qué ocurrió? ¿Desde cuándo?",
  "form.account": "¿Para qué cuenta?",
  "opening.edited": "{{name}} ha cambiado el mensaje con el que se abrió {{ticket}}:",
  "opening.deleted": "{{name}} ha eliminado el mensaje con el que se abrió {{ticket}}.",
  "opening.deletedOnPlatform": "{{platform}} informa de que se ha eliminado el mensaje con el que se abrió {{ticket}}.",
  "opening.editedAt": "Editado {{at}}",
  "publicMessage.deletedOnPlatform":
    "⚠ {{platform}} informa de que allí se ha eliminado el mensaje de {{name}} al cliente de {{ticket}}, y no indica quién lo hizo. Sigue en el registro:",
  "publicMessage.deletedByAuthor": "{{name}} ha eliminado su mensaje al cliente de {{ticket}}. Sigue en el registro:",
  "message.keptOnRecord": "Eliminado allí; sigue en el registro desde {{at}}",
  "message.deletedThereAt": "eliminado allí {{at}}",
};
