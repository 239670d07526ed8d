import type { Translation } from "../../../i18n/languages.ts";
import type { assignment as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const assignment: Translation<typeof english> = {
  "button.claim": "Asignármelo",
  "button.assign": "Asignar",
  "message.noAgentAvailable":
    "⚠ {{ticket}} no tiene a nadie asignado: todos los agentes están ausentes o en su horario de descanso. Asígnatelo, por favor.",
  "history.claimed": "se asignó el ticket",
  "history.assigned": "asignó el ticket a {{name}}",
  "history.unassigned": "dejó el ticket sin asignar",
  "history.noAgentAvailable": "no encontró ningún agente disponible para asignarle el ticket",
  "history.noPerson": "nadie",
  "history.assigneeLeft": "detectó que la persona asignada, {{name}}, ya no está en el equipo",
  "refusal.alreadyClaimed": "{{name}} ya se ha asignado {{ticket}}.",
  "refusal.noSuchPerson": "En este equipo no hay nadie que se llame «{{name}}».",
  "refusal.already.claimed": "Ya tienes asignado {{ticket}}.",
  "refusal.already.assignee": "{{ticket}} ya está asignado a esa persona.",
  "error.personUnknown": "En este equipo no hay nadie con ese nombre.",
  "done.claimed": "Ahora tienes asignado {{ticket}}.",
  "done.assigned": "{{ticket}} está ahora asignado a {{name}}.",
  "done.unassigned": "{{ticket}} queda sin asignar.",
  "form.assignTitle": "Asignar ticket",
  "form.assignSubmit": "Asignar",
  "form.assignPerson": "¿Quién se encarga de {{ticket}}?",
  "form.assignHint": "Nombre de la persona",
  "form.noAssignee": "Nadie",
  "assigned.heading": "{{ticket}} se te ha asignado",
  "assigned.by": "Te lo ha asignado {{name}}.",
  "assigned.roundRobin": "Era tu turno.",
  "assignee.notNotifiedOut":
    "{{name}}, que tiene asignado {{ticket}}, no ha recibido el aviso: está ausente hasta el {{until}}.",
  "assignee.notNotifiedQuiet":
    "{{name}}, que tiene asignado {{ticket}}, no ha recibido el aviso: está en su horario de descanso.",
  "assignee.notNotifiedFailed":
    "{{name}}, que tiene asignado {{ticket}}, no ha podido recibir el aviso por mensaje directo ({{why}}).",
  "assignee.left":
    "⚠ {{name}} ya no está en este equipo y todavía tiene asignado {{ticket}}: asígnatelo, por favor, o asígnalo a otra persona.",
  "assignee.leftReassigned": "{{name}} ya no está en este equipo: {{ticket}} queda asignado a {{next}}, por turno.",
  "assignee.gone": "ya no está en este equipo: asígnatelo o asígnalo a otra persona",
  "assignee.outUntil": "{{name}} · ausente hasta el {{until}}",
  "notice.customer": "El cliente ha escrito en {{ticket}}, que tienes asignado.",
  "notice.tech": "El equipo técnico ha escrito en {{ticket}}, que tienes asignado.",
  "notice.reopened": "{{ticket}}, que tienes asignado, se ha vuelto a abrir.",
  "notice.instead": "Recibes este aviso porque sustituyes a {{assignee}}, que está ausente.",
  "notice.standsIn": "{{name}} (en lugar de {{assignee}}, que está ausente)",
  "help.notify": "/desk notificaciones [sí | no]",
  "help.notifyMeans":
    "{{command}} elige si recibes notificaciones cuando un cliente o el equipo técnico escribe en un ticket asignado a ti",
  "notify.label": "Notificaciones",
  "notify.on.asYouChose":
    "Recibes una notificación cuando un cliente o el equipo técnico escribe en un ticket asignado a ti: así lo elegiste. Para dejar de recibirlas: /desk notificaciones no",
  "notify.on.asDeskSays":
    "Recibes una notificación cuando un cliente o el equipo técnico escribe en un ticket asignado a ti: así lo indica el archivo de configuración. Para dejar de recibirlas: /desk notificaciones no",
  "notify.off.asYouChose":
    "No recibes notificaciones cuando un cliente o el equipo técnico escribe en un ticket asignado a ti: así lo elegiste. Los recordatorios de plazos te siguen llegando. Para volver a recibir notificaciones: /desk notificaciones sí",
  "notify.off.asDeskSays":
    "No recibes notificaciones cuando un cliente o el equipo técnico escribe en un ticket asignado a ti: así lo indica el archivo de configuración. Los recordatorios de plazos te siguen llegando. Para recibir notificaciones: /desk notificaciones sí",
  "notify.switch.on": "Recibir notificaciones",
  "notify.switch.off": "No recibir notificaciones",
  "notify.badSwitch": "«{{text}}» no es ni sí ni no. Por ejemplo: /desk notificaciones no",
};
