import type { links as english } from "../en/ties.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: what is said of tickets that have to do with each other. */
export const links: Translation<typeof english> = {
  tie: {
    fact: "Otros tickets",
    linked: "{{other}}",
    mergedInto: "sigue en {{other}}",
    mergedFrom: "{{other}}, unido a este",
    follows: "continúa {{other}}",
    followedBy: "sigue en {{other}}",
    told: {
      linked: "{{name}} ha relacionado {{ticket}} con {{other}}.",
      mergedInto: "{{name}} ha unido {{ticket}} a {{other}}: lo que el cliente escriba debajo se cuenta allí.",
      mergedFrom: "{{name}} ha unido {{other}} a este ticket: lo que escriba su cliente se cuenta aquí.",
      follows: "{{ticket}} continúa {{other}}.",
      followedBy:
        "{{name}} ha escrito debajo de {{ticket}}, cerrado hace demasiado para reabrirlo: ahora es {{other}}.",
    },
    history: {
      linked: "lo relacionó con {{other}}",
      mergedFrom: "le unió {{other}}",
      followedBy: "volvió a escribir: es {{other}}",
      merged: "lo unió a {{other}}",
    },
    continuesIn: {
      merged:
        "{{ticket}} y {{to}} tratan de lo mismo, así que seguimos en {{to}}. Lo que escribas aquí nos llega allí.",
      closed: "{{ticket}} se cerró hace tiempo, así que hemos abierto {{to}} con lo que has escrito.",
    },
    howItGoesOn: "Sigue en {{to}}. Lo que escribas aquí nos llega allí.",
    done: {
      merge: "{{ticket}} sigue en {{to}}; se avisa a su cliente.",
      link: "{{ticket}} y {{to}} quedan relacionados.",
    },
    refusal: {
      continuesIn: "{{ticket}} está unido a otro: sigue en {{to}}.",
      sameTicket: "Es el mismo ticket.",
      linkedAlready: "{{ticket}} ya tiene que ver con {{to}}.",
      otherAccount: "{{ticket}} y {{to}} son de cuentas distintas y no se pueden unir. Puedes relacionarlos.",
    },
    which: "¿Qué dos tickets? Por ejemplo: /ticket {{word}} 1042 1043",
    help: {
      merge: "/ticket unir 1042 a 1043",
      mergeMeans: " cierra un duplicado, que sigue en el otro",
      link: "/ticket relacionar 1042 1043",
      linkMeans: " apunta que tienen que ver",
    },
  },
};
