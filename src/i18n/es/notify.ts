import type { Translation } from "../translation.ts";
import type { notify as english } from "../en/notify.ts";

/** In Spanish: what people read about their own notifications. */
export const notify: Translation<typeof english> = {
  notify: {
    help: "/desk notificaciones [sí | no]",
    helpMeans: " elige si recibes notificaciones cuando el cliente o el equipo técnico escriben en un ticket tuyo",
    label: "Notificaciones",
    on: {
      asYouChose:
        "Recibes una notificación cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así lo elegiste. Para dejar de recibirlas: /desk notificaciones no",
      asDeskSays:
        "Recibes una notificación cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así está configurado el servicio. Para dejar de recibirlas: /desk notificaciones no",
    },
    off: {
      asYouChose:
        "No recibes notificaciones cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así lo elegiste. Los recordatorios de vencimientos te siguen llegando. Para volver a recibir notificaciones: /desk notificaciones sí",
      asDeskSays:
        "No recibes notificaciones cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así está configurado el servicio. Los recordatorios de vencimientos te siguen llegando. Para recibir notificaciones: /desk notificaciones sí",
    },
    turn: { on: "Recibir notificaciones", off: "No recibir notificaciones" },
    badSwitch: "«{{text}}» no es ni sí ni no. Por ejemplo: /desk notificaciones no",
  },
};
