import type { Translation } from "../translation.ts";
import type { turns as english } from "../en/turns.ts";

/** En español: de quién es ahora un ticket, y cómo lo valoró el cliente. */
export const turns: Translation<typeof english> = {
  turn: {
    yours: "{{ticket}} es tuyo desde ahora",
    givenBy: "Te lo ha asignado {{name}}.",
    inTurn: "Era tu turno.",
    untoldOut: "{{name}}, que lleva ahora {{ticket}}, no ha recibido aviso: está ausente hasta el {{until}}.",
    untoldQuiet: "{{name}}, que lleva ahora {{ticket}}, no ha recibido aviso: está en su horario de descanso.",
    untoldFailed: ", que lleva ahora {{ticket}}, no ha podido recibir aviso en privado ({{why}}).",
    left: "⚠ {{name}} ya no está en este equipo y todavía lleva {{ticket}}: asígnatelo, por favor, o asígnalo a otra persona.",
    leftInTurn: "{{name}} ya no está en este equipo: {{ticket}} pasa a {{next}}, por turno.",
    leftHistory: "vio que {{name}}, que lo llevaba, ya no está en el equipo",
    assigneeGone: " · ya no está en este equipo: asígnatelo o asígnalo a otra persona",
    accountGone: " · eliminada del archivo de configuración: allí nadie puede leer este ticket ni hacer nada en él",
    requesterGone: "ya no es contacto de {{account}}: las respuestas van a la cuenta",
    thanksFor: "Gracias, {{name}}. Tu respuesta: {{score}}.",
    contactInThread: "escribe a {{name}} en el hilo del ticket",
    noWay: "Escribe en el hilo de tu ticket, o abre uno con /ticket: {{name}} y el equipo los leen todos.",
    tried: "volvió a intentarlo donde antes no se pudo avisar al cliente",
    passedOver: "{{why}}; después: {{next}}",
    reachedByOtherRoute: "se avisó a {{name}}, pero no donde se le buscó primero ({{why}})",
    changeUntil: "¿Has cambiado de opinión? Puedes decirlo hasta ",
  },
  notice: {
    customer: "El cliente ha escrito en {{ticket}}, que llevas tú.",
    tech: "El equipo técnico ha escrito en {{ticket}}, que llevas tú.",
    reopened: "{{ticket}}, que llevabas tú, se ha vuelto a abrir.",
    instead: "Te llega porque sustituyes a {{assignee}}, que está ausente.",
    standsIn: "(por {{assignee}}, que está ausente)",
    outUntil: " · ausente hasta el ",
  },
};
