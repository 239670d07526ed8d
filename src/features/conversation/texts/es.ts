import type { Translation } from "../../../i18n/languages.ts";
import type { conversation as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const conversation: Translation<typeof english> = {
  "button.showAll": "Mostrar todo",
  "button.dismiss": "No requiere respuesta",
  "message.colleagueHint":
    "Este mensaje no ha iniciado ningún plazo. Añade a su autor en «people» del archivo de configuración si es del equipo, o en «contacts» de una cuenta si es cliente.",
  "message.closedForOthers":
    "El ticket de este hilo está cerrado y no es de su empresa. Por eso su mensaje no ha llegado al equipo. Con /ticket puede abrir un ticket propio.",
  "message.wroteInArea": "{{name}} escribió en {{ticket}}, en el área de cliente:",
  "message.onlyThanks": "Un agradecimiento: no requiere respuesta.",
  "message.customerWroteSummary": "{{name}} ha escrito en {{ticket}}: {{text}}",
  "elsewhere.summary": "{{ticket}} continúa en otro lugar",
  "elsewhere.channel": "Hemos recibido su mensaje. {{ticket}} continúa en {{channel}}: allí están nuestras respuestas.",
  "elsewhere.direct":
    "Hemos recibido su mensaje. {{ticket}} continúa en sus mensajes directos con nosotros: allí están nuestras respuestas.",
  "elsewhere.directOther":
    "Hemos recibido su mensaje. {{ticket}} continúa en los mensajes directos de {{name}}, que recibe allí nuestras respuestas.",
  "elsewhere.notTaken":
    "No hemos recogido su mensaje: la conversación de este ticket ya no está aquí. Para una nueva consulta, escriba /ticket o envíeme un nuevo mensaje directo.",
  "conversation.movedToChannel":
    "⚠ La conversación de {{ticket}} no ha podido seguir donde estaba ({{why}}). Continúa en {{channel}}.",
  "history.customerWrote": "escribió: {{text}}",
  "history.dismissed": "indicó que el mensaje del cliente no requiere respuesta",
  "history.conversationMoved": "trasladó la conversación ({{why}})",
  "history.conversationRetried": "reenvió los mensajes que no habían llegado al cliente",
  "done.dismissed": "{{ticket}}: ese mensaje no requiere respuesta.",
  "author.colleague": "{{name}} · de tu espacio de trabajo, no figura en el archivo de configuración · {{at}}",
  "author.external": "{{name}} · {{company}} · externo · {{at}}",
  "author.companyUnknown": "empresa desconocida",
  "author.staff": "{{name}} · en el hilo del cliente · {{at}}",
  "message.editedAt": "editado {{at}}",
  "message.directGone": "Se eliminó un mensaje que se citaba aquí. Ya no sigue {{ticket}}.",
  "message.deletedAt": "Eliminado {{at}}",
  "text.more_one": "… {{characters}} carácter más",
  "text.more_many": "… {{characters}} de caracteres más",
  "text.more_other": "… {{characters}} caracteres más",
  "text.moreInTranscript_one":
    "… {{characters}} carácter más · completo, en un archivo: /ticket transcripción {{number}}",
  "text.moreInTranscript_many":
    "… {{characters}} de caracteres más · completo, en un archivo: /ticket transcripción {{number}}",
  "text.moreInTranscript_other":
    "… {{characters}} caracteres más · completo, en un archivo: /ticket transcripción {{number}}",
  "text.leftOut":
    "No se muestra aquí: líneas: {{lines}}, caracteres: {{characters}}. Completo, en un archivo: /ticket transcripción {{number}}",
  "text.wholeInFile": "El texto completo está en el archivo {{name}}.",
  "history.edited.customerWrote": "cambió su mensaje por: {{text}}",
  "history.edited.replied": "cambió su respuesta por: {{text}}",
  "history.edited.noted": "cambió su nota por: {{text}}",
  "history.edited.opened": "cambió el mensaje con el que se abrió el ticket por: {{text}}",
  "history.edited.openedAndTitle":
    "cambió el mensaje con el que se abrió el ticket por: {{text}}. El título es ahora: {{title}}",
  "history.deletedOwn.customerWrote": "eliminó un mensaje suyo",
  "history.deletedOwn.replied": "eliminó una respuesta al cliente",
  "history.deletedOwn.noted": "eliminó una nota",
  "history.deletedOwn.opened": "eliminó el mensaje con el que se abrió el ticket",
  "history.deletedOwnKept": "eliminó su mensaje al cliente; sigue en el registro",
  "history.deletedOnPlatformKept":
    "informa de que allí se eliminó el mensaje de {{author}} al cliente; sigue en el registro",
  "history.deletedOnPlatform.customerWrote": "informa de que se eliminó un mensaje de {{author}}",
  "history.deletedOnPlatform.replied": "informa de que se eliminó una respuesta de {{author}} al cliente",
  "history.deletedOnPlatform.noted": "informa de que se eliminó una nota de {{author}}",
  "history.deletedOnPlatform.opened":
    "informa de que se eliminó el mensaje de {{author}} con el que se abrió el ticket",
  "history.textDeleted": "(eliminado después)",
  "messages.heading": "Mensajes {{from}} a {{to}} de {{all}}",
  "messages.earlier_one": "{{messages}} mensaje anterior",
  "messages.earlier_many": "{{messages}} de mensajes anteriores",
  "messages.earlier_other": "{{messages}} mensajes anteriores",
  "messages.allInFile": "Completo, en un archivo: /ticket transcripción {{number}}",
  "messages.internal": "interno",
};
