import type { Translation } from "../../../i18n/languages.ts";
import type { ticketLinks as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const ticketLinks: Translation<typeof english> = {
  "fact.links": "Otros tickets",
  "link.linked": "{{other}}",
  "link.mergedInto": "sigue en {{other}}",
  "link.mergedFrom": "{{other}}, unido a este",
  "link.follows": "es continuación de {{other}}",
  "link.followedBy": "sigue en {{other}}",
  "link.added.linked": "{{name}} ha relacionado {{ticket}} con {{other}}.",
  "link.added.mergedInto":
    "{{name}} ha unido {{ticket}} a {{other}}: los mensajes del cliente debajo de él se muestran allí.",
  "link.added.mergedFrom": "{{name}} ha unido {{other}} a este ticket: los mensajes de su cliente se muestran aquí.",
  "link.added.follows": "{{ticket}} es continuación de {{other}}.",
  "link.added.followedBy":
    "{{name}} ha escrito debajo de {{ticket}}, cerrado hace demasiado tiempo para reabrirlo: el mensaje ha abierto {{other}}.",
  "link.added.neverReopened":
    "{{name}} ha escrito debajo de {{ticket}} y aquí no se reabren tickets: el mensaje ha abierto {{other}}.",
  "history.link.linked": "relacionó el ticket con {{other}}",
  "history.link.mergedFrom": "unió {{other}} al ticket",
  "history.link.followedBy": "volvió a escribir y abrió {{other}}",
  "history.link.merged": "unió el ticket a {{other}}",
  "link.continuesIn.merged":
    "{{ticket}} y {{to}} tratan de lo mismo, así que continuamos y le respondemos en {{to}}. Lo que escriba aquí nos llega allí.",
  "link.continuesIn.closed": "{{ticket}} se cerró hace tiempo, así que hemos abierto {{to}} con su mensaje.",
  "link.continuesIn.neverReopened":
    "{{ticket}} está cerrado y abrimos un ticket nuevo para lo que llega después: hemos abierto {{to}} con su mensaje.",
  "link.continuesIn.severity":
    "Los plazos que le prometimos se mantienen. Después, {{to}} tiene la gravedad {{severity}}: díganos si su problema es más urgente.",
  "link.howItGoesOn": "Este ticket sigue en {{to}}, y allí le respondemos. Lo que escriba aquí nos llega allí.",
  "link.done.merge": "{{ticket}} sigue en {{to}}; se avisa a su cliente.",
  "link.done.link": "{{ticket}} y {{to}} quedan relacionados.",
  "refusal.link.continuesIn": "{{ticket}} se ha unido a otro: sigue en {{to}}.",
  "refusal.link.sameTicket": "Los dos números son el mismo ticket.",
  "refusal.link.linkedAlready": "{{ticket}} ya está relacionado con {{to}}.",
  "refusal.link.targetResolved":
    "{{to}} está resuelto, así que {{ticket}} no puede seguir allí. Reabre antes {{to}}, o une {{to}} con {{ticket}}.",
  "refusal.link.otherAccount":
    "{{ticket}} y {{to}} son de clientes distintos, así que no se pueden unir. Puedes relacionarlos.",
  "refusal.link.otherReaders":
    "{{ticket}} y {{to}} los leen personas distintas, así que el cliente de {{ticket}} no vería las respuestas en {{to}}. Puedes relacionarlos.",
  "refusal.link.continuesHere": "{{to}} ya sigue en {{ticket}}. Une {{to}} a {{ticket}}.",
  "refusal.link.mergeWithTech":
    "El equipo técnico está trabajando en {{ticket}}. Une {{to}} a {{ticket}}, o espera a que lo devuelva.",
  "refusal.link.callInBoth":
    "Los clientes de {{ticket}} y de {{to}} esperan una llamada. Llama a uno de ellos, pulsa Llamada hecha y después une los tickets.",
  "problem.whichTwo": "¿Qué dos tickets? Por ejemplo: /ticket {{word}} 1042 1043",
  "help.merge": "/ticket unir 1042 a 1043",
  "help.mergeMeans": "{{command}} cierra un duplicado, que sigue en el otro ticket",
  "help.link": "/ticket relacionar 1042 1043",
  "help.linkMeans": "{{command}} indica que los dos tickets están relacionados",
};
