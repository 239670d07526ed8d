import type { Translation } from "../../../i18n/languages.ts";
import type { reply as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const reply: Translation<typeof english> = {
  "button.reply": "Responder al cliente",
  "button.replyShort": "Responder",
  "button.undoReply": "Deshacer",
  "button.releaseReply": "Enviar ya",
  "button.resend": "Enviar otra vez",
  "button.markDelivered": "Sí ha llegado",
  "message.replied": "{{name}} · {{desk}}",
  "message.replySummary": "{{name}} ha respondido en {{ticket}}: {{text}}",
  "message.replyPending":
    "{{name}} responde al cliente de {{ticket}}. La respuesta se puede deshacer hasta que se envíe",
  "message.replySent": "{{name}} ha respondido al cliente de {{ticket}}",
  "message.replyUndone": "{{name}} ha deshecho la respuesta: el cliente de {{ticket}} no ha visto nada",
  "message.replyReturned":
    "La respuesta de {{name}} no se ha enviado: el cliente de {{ticket}} no ha visto nada de ella",
  "replying.returned.audienceChanged":
    "{{person}}, tu respuesta en {{ticket}} no se ha enviado: la conversación ha cambiado de lugar desde que la escribiste, y la leerían otras personas.",
  "replying.returned.noReader":
    "{{person}}, tu respuesta en {{ticket}} no se ha enviado: está en mensajes directos y quien lo pidió ya no puede leerlo.",
  "replying.returned.dueChanged":
    "{{person}}, tu respuesta en {{ticket}} no se ha enviado: el plazo que menciona ya no es válido.",
  "history.replyReturned.audienceChanged":
    "escribió una respuesta que no se envió, porque la habrían leído otras personas: {{text}}",
  "history.replyReturned.noReader":
    "escribió una respuesta que no se envió porque ningún cliente podía leerla: {{text}}",
  "history.replyReturned.dueChanged":
    "escribió una respuesta que no se envió, porque el plazo que menciona ya no era válido: {{text}}",
  "undelivered.withheld":
    "⚠ {{person}}, este mensaje no ha llegado al cliente de {{ticket}}: la conversación ha cambiado de lugar desde que lo escribiste, y lo leerían otras personas.",
  "undelivered.otherReaders":
    "No se ha enviado nada: la conversación de {{ticket}} ha cambiado de lugar desde que se escribió. Mira quién lo leería ahora.",
  "undelivered.noReader":
    "Ningún cliente puede leer ya {{ticket}}: está en los mensajes directos de {{name}}, que ha perdido el acceso. Para escribir a la cuenta, abre un ticket nuevo para ella.",
  "message.undelivered":
    "⚠ Este mensaje no ha llegado al cliente de {{ticket}} ({{why}}). Busca otra forma de hacérselo llegar, por favor.",
  "message.deliveryUnknown":
    "⚠ Entrega desconocida: Plazo no puede saber si este mensaje ha llegado al cliente de {{ticket}} ({{why}}). Revisa su hilo antes de enviarlo otra vez.",
  "undelivered.resent": "{{name}} lo envía otra vez.",
  "undelivered.arrived": "{{name}} lo ha comprobado: el mensaje sí llegó.",
  "undelivered.resentByItself":
    "{{ticket}}: el cliente ha vuelto a escribir, así que ahora se envían los mensajes que no le habían llegado.",
  "history.replied": "respondió al cliente: {{text}}",
  "history.replyPending": "está a punto de responder: {{text}}",
  "history.replyUndone": "deshizo una respuesta: {{text}}",
  "history.requeued": "aplazó el recordatorio del {{share}} de «{{clock}}», porque el plazo está en pausa",
  "history.undelivered": "no pudo contactar con el cliente ({{why}})",
  "history.deliveryUnknown": "no puede saber si el mensaje llegó al cliente ({{why}})",
  "history.resent": "volvió a enviar un mensaje que quizá no había llegado",
  "history.markedDelivered": "comprobó que el mensaje sí llegó",
  "help.reply": "/ticket responder 1042 [texto]",
  "help.replyMeans": "{{command}} escribe al cliente",
  "refusal.noLongerPending": "Esa respuesta ya no está pendiente: se ha enviado o se ha deshecho.",
  "refusal.handledAlready": "Otra persona ya se ha ocupado de ese mensaje.",
  "refusal.internalMention":
    "Eso no se puede enviar al cliente: «{{found}}» es interno. Escríbelo sin mencionarlo, por favor.",
  "refusal.nothingUnanswered": "Ningún mensaje del cliente de {{ticket}} espera respuesta.",
  "refusal.emptyText": "No hay nada que enviar: el texto está vacío.",
  "refusal.customerElsewhere":
    "Tu mensaje no ha respondido al cliente de {{ticket}}: ya no lee este hilo. Usa «{{button}}» en la tarjeta del ticket.",
  "refusal.noReader":
    "No se ha enviado nada: ningún cliente puede leer ya {{ticket}}. Está en los mensajes directos de una persona que ha perdido el acceso. Para escribir a la cuenta, abre un ticket nuevo para ella.",
  "refusal.audienceChanged":
    "No se ha enviado nada: la conversación de {{ticket}} ha cambiado de sitio y la leerían otras personas. Abre de nuevo la respuesta para ver quiénes.",
  "problem.replyTooLong": "No se ha enviado nada: la respuesta preparada y tu texto suman más de {{max}} caracteres.",
  "error.cannedUnknown": "Esa respuesta preparada no existe. Elige otra.",
  "done.replied": "Tu respuesta en {{ticket}} va de camino al cliente.",
  "done.undone": "Deshecho: el cliente de {{ticket}} no ve nada.",
  "done.resent": "Enviado otra vez al cliente de {{ticket}}.",
  "done.markedDelivered": "Anotado: sí le llegó al cliente de {{ticket}}.",
  "form.replyTitle": "Responder al cliente",
  "form.replySubmit": "Enviar al cliente",
  "form.replyText": "Tu respuesta",
  "form.replyChannel": "Lo leerán todas las personas de {{channel}}",
  "form.replyChannelOf": "Lo leerán todas las personas de {{channel}} ({{account}})",
  "form.replyPerson": "Solo lo leerá quien abrió {{ticket}}, como mensaje directo",
  "form.replyPersonOf": "Solo lo leerá quien abrió {{ticket}} ({{account}}), como mensaje directo",
  "form.replyArea": "Lo leerá quien abrió {{ticket}}, en el área de cliente",
  "form.replyAreaOf": "Lo leerán todas las personas de {{account}}, en el área de cliente",
  "form.replyUnnamed":
    "La leerán todas las personas que leen la conversación de {{ticket}}. Verás quiénes son antes de que se envíe y aún podrás deshacerla.",
  "form.replyNews": "¿Prometer las próximas novedades?",
  "form.replyNoNews": "Sin promesa",
  "form.canned": "Respuesta preparada",
  "form.noCanned": "Ninguna",
  "form.replyPublic": "Es pública: cuenta como nuestra respuesta en {{ticket}}.",
  "form.replyFindings": "El equipo técnico ha escrito esto solo para soporte. Dilo con tus palabras:",
  "replying.waitTitle": "Preguntar al cliente",
  "replying.waitSubmit": "Enviar y esperar",
  "replying.waitText": "¿Qué necesitas del cliente?",
  "replying.waitNotice": "Se envía como respuesta nuestra. Después, el ticket queda a la espera del cliente.",
  "replying.waitHintAsked": "Déjalo vacío si ya lo preguntaste en tu último mensaje.",
  "replying.sendsAt": "Se envía {{at}}",
  "replying.sentAt": "Se envió {{at}}",
  "replying.editReply": "Editar y volver a enviar",
  "replying.waitsThen": "Después, el ticket queda a la espera del cliente.",
  "replying.weNeedYou": "Necesitamos su respuesta para continuar.",
  "replying.nothingAsked":
    "El cliente de {{ticket}} escribió el último, y después no le hemos preguntado nada. Pulsa otra vez En espera y escribe qué necesitas.",
  "replying.cannedHint": "Tu texto va debajo. Verás la respuesta completa antes de que se envíe",
  "replying.dueMissing":
    "No se ha enviado nada. La respuesta en {{ticket}} dice para cuándo tendrá novedades el cliente, pero después de ella no vence nada que se pueda nombrar. Elige una hora.",
  "replying.dueMissingButton": "Elegir una hora",
  "replying.dueNeedsTime": "El texto dice {due}: elige para cuándo tendrá novedades el cliente.",
};
