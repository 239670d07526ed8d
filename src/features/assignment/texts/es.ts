import type { Translation } from "../../../i18n/translation.ts";
import type { assignment as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const assignment: Translation<typeof english> = {
  "button.claim": "Asignármelo",
  "button.assign": "Asignar",
  "message.noAgentAvailable":
    "⚠ Nadie tiene {{ticket}}: todos los agentes están ausentes o en su horario de descanso. ¿Alguien puede asignárselo?",
  "history.claimed": "se lo asignó",
  "history.assigned": "lo asignó a {{name}}",
  "history.unassigned": "lo dejó sin asignar",
  "history.noAgentAvailable": "no encontró a quién asignarlo",
  "history.nobody": "nadie",
  "refusal.alreadyClaimed": "{{name}} ya se ha asignado {{ticket}}.",
  "refusal.noSuchPerson": "Aquí no hay nadie que se llame «{{name}}».",
  "refusal.already.claimed": "Ya tenías asignado {{ticket}}.",
  "refusal.already.assignee": "{{ticket}} ya está asignado así.",
  "error.personUnknown": "No hay nadie con ese nombre.",
  "done.claimed": "{{ticket}} queda asignado a ti.",
  "done.assigned": "{{ticket}} queda asignado a {{name}}.",
  "done.unassigned": "{{ticket}} queda sin asignar.",
  "form.assignTitle": "Asignar ticket",
  "form.assignSubmit": "Asignar",
  "form.assignPerson": "¿Quién se ocupa de {{ticket}}?",
  "form.assignHint": "Nombre de la persona",
  "form.nobody": "Nadie",
  "turn.yours": "{{ticket}} es tuyo desde ahora",
  "turn.givenBy": "Te lo ha asignado {{name}}.",
  "turn.inTurn": "Era tu turno.",
  "turn.untoldOut": "{{name}}, que lleva ahora {{ticket}}, no ha recibido aviso: está ausente hasta el {{until}}.",
  "turn.untoldQuiet": "{{name}}, que lleva ahora {{ticket}}, no ha recibido aviso: está en su horario de descanso.",
  "turn.untoldFailed": ", que lleva ahora {{ticket}}, no ha podido recibir aviso en privado ({{why}}).",
  "turn.left":
    "⚠ {{name}} ya no está en este equipo y todavía lleva {{ticket}}: asígnatelo, por favor, o asígnalo a otra persona.",
  "turn.leftInTurn": "{{name}} ya no está en este equipo: {{ticket}} pasa a {{next}}, por turno.",
  "turn.leftHistory": "vio que {{name}}, que lo llevaba, ya no está en el equipo",
  "turn.assigneeGone": " · ya no está en este equipo: asígnatelo o asígnalo a otra persona",
  "notice.customer": "El cliente ha escrito en {{ticket}}, que llevas tú.",
  "notice.tech": "El equipo técnico ha escrito en {{ticket}}, que llevas tú.",
  "notice.reopened": "{{ticket}}, que llevabas tú, se ha vuelto a abrir.",
  "notice.instead": "Te llega porque sustituyes a {{assignee}}, que está ausente.",
  "notice.standsIn": "(por {{assignee}}, que está ausente)",
  "notify.help": "/desk notificaciones [sí | no]",
  "notify.helpMeans":
    " elige si recibes notificaciones cuando el cliente o el equipo técnico escriben en un ticket tuyo",
  "notify.label": "Notificaciones",
  "notify.on.asYouChose":
    "Recibes una notificación cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así lo elegiste. Para dejar de recibirlas: /desk notificaciones no",
  "notify.on.asDeskSays":
    "Recibes una notificación cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así está configurado el servicio. Para dejar de recibirlas: /desk notificaciones no",
  "notify.off.asYouChose":
    "No recibes notificaciones cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así lo elegiste. Los recordatorios de vencimientos te siguen llegando. Para volver a recibir notificaciones: /desk notificaciones sí",
  "notify.off.asDeskSays":
    "No recibes notificaciones cuando el cliente o el equipo técnico escriben en un ticket asignado a ti: así está configurado el servicio. Los recordatorios de vencimientos te siguen llegando. Para recibir notificaciones: /desk notificaciones sí",
  "notify.turn.on": "Recibir notificaciones",
  "notify.turn.off": "No recibir notificaciones",
  "notify.badSwitch": "«{{text}}» no es ni sí ni no. Por ejemplo: /desk notificaciones no",
};
