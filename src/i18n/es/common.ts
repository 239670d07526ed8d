import type { Translation } from "../languages.ts";
import type { common as english } from "../en/common.ts";

/** The Spanish buttons, refusals and platform problems that several features share. */
export const common: Translation<typeof english> = {
  "button.actions": "Ticket",
  "button.openConversation": "Abrir el hilo del cliente",
  "button.openTriage": "Abrir",
  "mention.before": "{{people}}: {{sentence}}",
  "refusal.notAllowed": "Eso solo lo puede hacer el equipo de soporte. Si necesita algo, escriba /ticket.",
  "refusal.noSuchTicket":
    "Ese ticket no existe o no tiene acceso a él. /ticket lista muestra los tickets que puede ver.",
  "refusal.theTicket": "el ticket",
  "problem.broken":
    "Algo ha fallado por nuestra parte. No se ha perdido nada de lo que ha escrito; vuelva a mirar en un momento, por favor.",
  "problem.oldButton": "Este botón es de una versión anterior y ya no hace nada. /ticket lista muestra los tickets.",
  "problem.noWords": "¿Qué busca? Por ejemplo: /ticket buscar PayPal",
  "problem.whichTicket": "¿Qué ticket? Por ejemplo: /ticket {{word}} 1042",
  "problem.badNumber": "«{{text}}» no es un número de ticket. Por ejemplo: /ticket {{word}} 1042",
  "error.tooLong": "El texto es demasiado largo: como máximo {{max}} caracteres.",
  "error.textMissing": "Escriba algo, por favor.",
  "form.cancel": "Cancelar",
  "trouble.archived": "el canal está archivado: {{code}}",
  "trouble.locked": "el hilo está archivado, bloqueado o ya no existe: {{code}}",
  "trouble.notIn": "el bot ya no está en el canal o no puede escribir en él: {{code}}",
  "trouble.personGone": "la persona se ha ido o está desactivada: {{code}}",
  "trouble.noDirect": "la persona no acepta mensajes directos del bot: {{code}}",
  "trouble.restricted": "solo algunas personas pueden escribir allí: {{code}}",
  "trouble.filtered": "el filtro de la plataforma rechazó el texto: {{code}}",
  "trouble.otherReaders": "lo leerían otras personas",
  "trouble.moved":
    "⚠ Plazo no puede escribir al cliente de {{ticket}} en su canal ({{why}}). La conversación sigue en sus mensajes directos; no se ha perdido nada.",
};
