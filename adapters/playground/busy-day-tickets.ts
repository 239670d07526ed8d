import type { Severity } from "../../src/sla/severity.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";

/** What someone does on a ticket: press a button of its card and send its form, or write in the customer's thread. */
export type BusyDayStep =
  | { readonly as: UserRef; readonly verb: string; readonly values?: Readonly<Record<string, string>> }
  | { readonly as: UserRef; readonly says: string };

/** A ticket of the busy day, and what happens to it. */
export interface BusyDayTicket {
  readonly by: UserRef;
  readonly channel: ChannelRef;
  readonly title: string;
  readonly severity: Severity;
  readonly text: string;
  readonly steps: readonly BusyDayStep[];
}

const luis = "playground:luis";
const marta = "playground:marta";
const carla = { by: "playground:carla", channel: "playground:acme-support" } as const;
const oliver = { by: "playground:oliver", channel: "playground:northwind-support" } as const;

const claim = (as: UserRef): BusyDayStep => ({ as, verb: "claim" });
const resolve = (as: UserRef): BusyDayStep => ({ as, verb: "resolve" });
const toTech = (as: UserRef, text: string): BusyDayStep => ({ as, verb: "tech", values: { text } });
const ask = (as: UserRef, text: string): BusyDayStep => ({ as, verb: "wait", values: { text } });
const says = (as: UserRef, text: string): BusyDayStep => ({ as, says: text });

/** Thirty tickets of two accounts, the earliest first: solved, waiting, with the technical team, overdue, claimed, new. */
export const busyDayTickets: readonly BusyDayTicket[] = [
  {
    ...carla,
    severity: "high",
    title: "El canal 4 se ve a saltos",
    text: "Desde las siete, cada diez segundos, en todos los televisores.",
    steps: [
      claim(luis),
      says(luis, "Hemos cambiado el canal a otro servidor. ¿Se ve bien ahora?"),
      says(carla.by, "Sí, ya se ve bien. ¡Gracias!"),
      resolve(luis),
    ],
  },
  {
    ...oliver,
    severity: "medium",
    title: "How do we add a colleague to our account?",
    text: "She starts on Monday and needs the statistics only.",
    steps: [claim(marta), says(marta, "Under Account, People, Add. Choose the role Statistics."), resolve(marta)],
  },
  {
    ...oliver,
    severity: "low",
    title: "A word is cut off on the statistics page",
    text: "“Concurrent viewe” instead of “Concurrent viewers”, in Firefox.",
    steps: [claim(marta), says(marta, "Thank you, it will be right in the next version."), resolve(marta)],
  },
  {
    ...carla,
    severity: "medium",
    title: "¿Podemos programar un directo para el domingo?",
    text: "Es a las 10:00, con unos 5000 espectadores.",
    steps: [claim(luis), says(luis, "Sí: en Directos, Programar. Lo hemos dejado preparado."), resolve(luis)],
  },
  {
    ...oliver,
    severity: "high",
    title: "The home page loads in twelve seconds",
    text: "It took two seconds last week. All our viewers notice it.",
    steps: [
      claim(luis),
      says(luis, "We see it too and look for the cause."),
      toTech(luis, "Time to first byte of northwind's home page rose from 0.3 s to 9 s at 06:40."),
    ],
  },
  {
    ...carla,
    severity: "critical",
    title: "No se reproduce ningún canal",
    text: "Pantalla negra en todos los canales desde hace cinco minutos.",
    steps: [],
  },
  {
    ...oliver,
    severity: "medium",
    title: "Adverts play twice before a film",
    text: "On Apple TV only. It began after the update of Thursday.",
    steps: [claim(marta), ask(marta, "Which version of the app is it? You find it under Settings, About.")],
  },
  {
    ...carla,
    severity: "low",
    title: "El logotipo sale borroso en la web",
    text: "En pantallas 4K. Adjuntaremos uno más grande.",
    steps: [claim(marta), ask(marta, "¿Nos puede enviar el logotipo en SVG?")],
  },
  {
    ...oliver,
    severity: "high",
    title: "Viewers in Canada see no films",
    text: "They see “Not available in your country”. Our contract covers Canada.",
    steps: [
      claim(luis),
      says(luis, "We are checking the list of countries."),
      says(oliver.by, "Any news? Two of our partners have called me."),
    ],
  },
  {
    ...carla,
    severity: "high",
    title: "El panel de contenidos no guarda los cambios",
    text: "Pulsamos Guardar y vuelve el texto anterior.",
    steps: [
      claim(luis),
      toTech(luis, "PUT /contents returns 200, but the old text is read afterwards. Replica behind?"),
    ],
  },
  {
    ...oliver,
    severity: "medium",
    title: "Which bitrates do you recommend for sports?",
    text: "We start with basketball in two weeks, at 50 frames.",
    steps: [claim(marta), says(marta, "For 50 frames: 9, 6, 3.5 and 1.8 Mbit/s. The manual explains why.")],
  },
  {
    ...carla,
    severity: "medium",
    title: "Los informes llegan vacíos",
    text: "El informe semanal de audiencia no tiene ninguna fila.",
    steps: [claim(marta), says(marta, "Lo miramos: el informe se hizo antes de cerrar la semana.")],
  },
  {
    ...oliver,
    severity: "low",
    title: "Can the player be green?",
    text: "Our brand has a new colour from January.",
    steps: [claim(marta)],
  },
  {
    ...carla,
    severity: "low",
    title: "Una errata en el correo de bienvenida",
    text: "Dice “Bienvendios”.",
    steps: [claim(luis), says(luis, "Corregido. Gracias por avisar."), resolve(luis)],
  },
  {
    ...oliver,
    severity: "critical",
    title: "No viewer can sign in",
    text: "All viewers get error 503 since 10:05. We have a live match at noon.",
    steps: [claim(luis)],
  },
  {
    ...carla,
    severity: "high",
    title: "El directo de la 2 va con un minuto de retraso",
    text: "Ayer eran ocho segundos.",
    steps: [
      claim(marta),
      says(marta, "Estamos midiendo cada paso de la señal."),
      toTech(marta, "Acme's channel 2: the latency rose from 8 s to 60 s at 21:00 yesterday."),
    ],
  },
  {
    ...oliver,
    severity: "medium",
    title: "Two films have the wrong age rating",
    text: "“The Harbour” and “Night Train” must be 16.",
    steps: [claim(luis)],
  },
  {
    ...carla,
    severity: "medium",
    title: "¿Cuánto espacio nos queda?",
    text: "Queremos traer el archivo de 2019.",
    steps: [],
  },
  {
    ...oliver,
    severity: "high",
    title: "Search finds no series any more",
    text: "Films are found, series are not, in the app and on the web.",
    steps: [claim(marta), says(marta, "The index of series is being built again. We expect 40 minutes.")],
  },
  {
    ...carla,
    severity: "high",
    title: "Se cae la aplicación en Android 16",
    text: "Al abrir un directo. Con Android 15 va bien.",
    steps: [claim(luis), ask(luis, "¿En qué modelos ocurre? ¿Puede enviarnos un vídeo?")],
  },
  {
    ...oliver,
    severity: "medium",
    title: "A viewer asks for all data that we hold on her",
    text: "How do we export it? She wrote to us today.",
    steps: [],
  },
  {
    ...carla,
    severity: "medium",
    title: "Cambiar la dirección de la empresa",
    text: "Nos mudamos el día 15. ¿Dónde la cambiamos?",
    steps: [
      claim(marta),
      says(marta, "En Cuenta, Empresa. Ya la hemos cambiado nosotros para el día 15."),
      resolve(marta),
    ],
  },
  {
    ...oliver,
    severity: "low",
    title: "The help text of “Series” names an old button",
    text: "It says “Publish all”; the button is called “Publish”.",
    steps: [],
  },
  {
    ...carla,
    severity: "high",
    title: "No llega la señal de la unidad móvil",
    text: "El camión emite, pero en el panel sale “sin señal”.",
    steps: [
      claim(luis),
      says(luis, "La recibimos. Reinicie el codificador del camión, por favor."),
      says(carla.by, "Reiniciado. Sigue igual."),
    ],
  },
  {
    ...oliver,
    severity: "high",
    title: "Payments by card fail in the shop",
    text: "About one in three, since this morning.",
    steps: [],
  },
  {
    ...carla,
    severity: "medium",
    title: "¿Se puede quitar el reloj del reproductor?",
    text: "A nuestros espectadores les distrae.",
    steps: [],
  },
  {
    ...oliver,
    severity: "medium",
    title: "The weekly report counts a viewer twice",
    text: "If they watch on two devices on one day.",
    steps: [claim(marta)],
  },
  { ...carla, severity: "low", title: "¿Hay modo oscuro en el panel?", text: "Trabajamos de noche.", steps: [] },
  {
    ...oliver,
    severity: "critical",
    title: "The live match stops every minute",
    text: "14,000 viewers. The picture freezes for ten seconds each time.",
    steps: [],
  },
  {
    ...carla,
    severity: "medium",
    title: "Un usuario no ve el canal infantil",
    text: "Los demás sí. Su identificador es 44812.",
    steps: [],
  },
];
