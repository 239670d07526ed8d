import type { Translation } from "../../../i18n/languages.ts";
import type { lists as english } from "./en.ts";

/** The Spanish sentences of this feature. */
export const lists: Translation<typeof english> = {
  "list.mine": "Mis tickets",
  "list.open": "Tickets abiertos",
  "list.due": "Vencen en {{hours}} horas o ya han vencido",
  "list.overdue": "Con plazo incumplido",
  "list.all": "Todos los tickets",
  "list.waiting": "A la espera del cliente",
  "list.resolved": "Tickets resueltos",
  "list.queue": "Cola por próximo vencimiento",
  "list.withTech": "Con el equipo técnico",
  "list.empty": "No hay nada aquí.",
  "list.unreadable": "⚠ no se puede leer este ticket; avise al administrador de Plazo",
  "list.emptyQueue": "No hay tickets abiertos.",
  "list.over": "más de {{total}}",
  "list.page": "Página {{page}} de {{pages}} · {{total}} tickets",
  "list.pageOfMany": "Página {{page}} · más de {{total}} tickets",
  "list.openTicket": "Abrir {{ticket}}",
  "list.openTickets": "Abrir un ticket",
  "list.pages": "Páginas",
  "list.previous": "Página anterior",
  "list.next": "Página siguiente",
  "list.whichOne": "«{{word}}» puede ser varias cosas. ¿Cuál?",
  "list.didYouMean": "«{{word}}» no es ninguna lista. Quizá quieras decir:",
  "list.lists": "Listas",
  "list.rowDue": "vence {{due}}",
  "list.rowMissed": "incumplido, vencía {{due}}",
  "list.rowWasDue": "vencía {{due}}",
  "list.unreached": "Recordatorios que no llegaron a nadie",
  "list.unreachedStep": "{{ticket}} · {{clock}} al {{share}} · {{at}}",
  "list.unreachedYet": "se sigue intentando",
  "list.away": "{{name}} está ausente hasta el {{until}}",
  "list.hint": "Detalles: /ticket ver y el número",
  "list.hintStaff":
    "Detalles: /ticket ver y el número. Para filtrar: /ticket lista acme, luis, alta, libres, vencidos, técnico, espera; también varios juntos, página 2",
  "help.list": "/ticket lista [míos | abiertos | vencen | espera | resueltos | todos] [alta] [página 2]",
  "help.listStaff":
    "/ticket lista [míos | abiertos | vencen | vencidos | espera | resueltos | todos] [acme] [luis] [alta] [libres] [técnico] [página 2]",
  "help.listMeansCustomer": "{{command}} muestra los tickets de su empresa",
  "help.listMeansStaff":
    "{{command}} muestra los tickets, filtrados por cuenta, persona, gravedad o sin asignar; se pueden combinar",
  "find.heading": "Búsqueda",
  "find.nothing": "No se ha encontrado ningún ticket. ¿Abrir uno sobre esto?",
  "find.first": "Primera página",
  "help.find": "/ticket buscar palabras…",
  "help.findMeansStaff":
    "{{command}} encuentra tickets por palabras de su título, descripción y mensajes, primero los que mejor coinciden",
  "help.findMeansCustomer": "{{command}} encuentra los tickets de su empresa por lo que se escribió en ellos",
  "help.desk": "/desk [acme] [luis] [crítica] [libres] [vencidos] [página 2]",
  "help.deskMeans": "{{command}} muestra la cola por próximo vencimiento",
};
