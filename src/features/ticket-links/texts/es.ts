import type { Translation } from "../../../i18n/translation.ts";
import type { ticketLinks as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const ticketLinks: Translation<typeof english> = {
  "tie.fact": "Otros tickets",
  "tie.linked": "{{other}}",
  "tie.mergedInto": "sigue en {{other}}",
  "tie.mergedFrom": "{{other}}, unido a este",
  "tie.follows": "continúa {{other}}",
  "tie.followedBy": "sigue en {{other}}",
  "tie.told.linked": "{{name}} ha relacionado {{ticket}} con {{other}}.",
  "tie.told.mergedInto": "{{name}} ha unido {{ticket}} a {{other}}: lo que el cliente escriba debajo se cuenta allí.",
  "tie.told.mergedFrom": "{{name}} ha unido {{other}} a este ticket: lo que escriba su cliente se cuenta aquí.",
  "tie.told.follows": "{{ticket}} continúa {{other}}.",
  "tie.told.followedBy":
    "{{name}} ha escrito debajo de {{ticket}}, cerrado hace demasiado para reabrirlo: ahora es {{other}}.",
  "tie.history.linked": "lo relacionó con {{other}}",
  "tie.history.mergedFrom": "le unió {{other}}",
  "tie.history.followedBy": "volvió a escribir: es {{other}}",
  "tie.history.merged": "lo unió a {{other}}",
  "tie.continuesIn.merged":
    "{{ticket}} y {{to}} tratan de lo mismo, así que seguimos en {{to}}. Lo que escribas aquí nos llega allí.",
  "tie.continuesIn.closed": "{{ticket}} se cerró hace tiempo, así que hemos abierto {{to}} con lo que has escrito.",
  "tie.howItGoesOn": "Sigue en {{to}}. Lo que escribas aquí nos llega allí.",
  "tie.done.merge": "{{ticket}} sigue en {{to}}; se avisa a su cliente.",
  "tie.done.link": "{{ticket}} y {{to}} quedan relacionados.",
  "tie.refusal.continuesIn": "{{ticket}} está unido a otro: sigue en {{to}}.",
  "tie.refusal.sameTicket": "Es el mismo ticket.",
  "tie.refusal.linkedAlready": "{{ticket}} ya tiene que ver con {{to}}.",
  "tie.refusal.otherAccount": "{{ticket}} y {{to}} son de cuentas distintas y no se pueden unir. Puedes relacionarlos.",
  "tie.which": "¿Qué dos tickets? Por ejemplo: /ticket {{word}} 1042 1043",
  "tie.help.merge": "/ticket unir 1042 a 1043",
  "tie.help.mergeMeans": " cierra un duplicado, que sigue en el otro",
  "tie.help.link": "/ticket relacionar 1042 1043",
  "tie.help.linkMeans": " apunta que tienen que ver",
};
