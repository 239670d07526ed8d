import type { lists as english } from "../en/lists.ts";
import type { Translation } from "../translation.ts";

/** In Spanish: what lists of tickets say. */
export const lists: Translation<typeof english> = {
  list: {
    mine: "Mis tickets",
    open: "Tickets abiertos",
    due: "Vencen en menos de {{hours}} horas, o ya han vencido",
    all: "Todos los tickets",
    waiting: "A la espera del cliente",
    resolved: "Tickets resueltos",
    queue: "Cola por próximo vencimiento",
    withTech: "Con el equipo técnico",
    empty: "No hay nada aquí.",
    unreadable: "⚠ no se puede leer este ticket; avisa a quien administra Plazo",
    emptyQueue: "No hay tickets abiertos.",
    more_one: "y {{count}} más",
    more_many: "y {{count}} más",
    more_other: "y {{count}} más",
    over: "más de {{total}}",
    page: "Página {{page}} de {{pages}} · {{total}} tickets",
    pageOfMany: "Página {{page}} · más de {{total}} tickets",
    pages: "Páginas",
    previous: "Página anterior",
    next: "Página siguiente",
    dueLeft: " · vence ",
    missed: " · incumplido, vencía ",
    wasDue: " · vencía ",
    unreached: "Avisos que no llegaron a nadie",
    unreachedStep: "{{ticket}} · {{clock}} al {{share}} · ",
    unreachedYet: " · se sigue intentando",
    away: "{{name}} no está hasta el {{until}}",
    hint: "Detalles: /ticket ver y el número",
    hintStaff:
      "Detalles: /ticket ver y el número. Para filtrar: /ticket lista acme, luis, alta, libres, técnico, espera; también varios juntos, página 2",
    manualSolved_one: "El manual ha resuelto {{count}} consulta antes de que fuera un ticket.",
    manualSolved_many: "El manual ha resuelto {{count}} consultas antes de que fueran tickets.",
    manualSolved_other: "El manual ha resuelto {{count}} consultas antes de que fueran tickets.",
  },
};
