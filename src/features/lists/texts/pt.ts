import type { Translation } from "../../../i18n/translation.ts";
import type { lists as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const lists: Translation<typeof english> = {
  "list.mine": "Os meus tickets",
  "list.open": "Tickets abertos",
  "list.due": "Vencem nas próximas {{hours}} horas, ou prazo não cumprido",
  "list.all": "Todos os tickets",
  "list.waiting": "À espera do cliente",
  "list.resolved": "Tickets resolvidos",
  "list.queue": "Fila por próximo prazo",
  "list.withTech": "Com a equipa técnica",
  "list.empty": "Nada aqui.",
  "list.unreadable": "⚠ não é possível ler este ticket; avise quem administra o Plazo",
  "list.emptyQueue": "Não há tickets abertos.",
  "list.over": "mais de {{total}}",
  "list.page": "Página {{page}} de {{pages}} · {{total}} tickets",
  "list.pageOfMany": "Página {{page}} · mais de {{total}} tickets",
  "list.pages": "Páginas",
  "list.previous": "Página anterior",
  "list.next": "Página seguinte",
  "list.dueLeft": " · vence ",
  "list.missed": " · não cumprido, vencia ",
  "list.wasDue": " · vencia ",
  "list.unreached": "Lembretes que não chegaram a ninguém",
  "list.unreachedStep": "{{ticket}} · {{clock}} a {{share}} · ",
  "list.unreachedYet": " · ainda em tentativa",
  "list.away": "{{name}} está ausente até {{until}}",
  "list.hint": "Detalhes: /ticket ver e o número",
  "list.hintStaff":
    "Detalhes: /ticket ver e o número. Para filtrar: /ticket lista acme, luis, alta, livres, técnico, espera; é possível combinar, página 2",
  "help.list": "/ticket lista [meus | abertos | vencem | espera | resolvidos | todos] [alta] [página 2]",
  "help.listStaff":
    "/ticket lista [meus | abertos | vencem | espera | resolvidos | todos] [acme] [luis] [alta] [livres] [técnico] [página 2]",
  "help.listMeansCustomer": " mostra os tickets da sua empresa",
  "help.listMeansStaff":
    " mostra os tickets, filtrados por conta, pessoa, gravidade ou sem atribuição; é possível combinar",
  "help.desk": "/desk [acme] [luis] [alta] [livres] [página 2]",
  "help.deskMeans": " mostra a fila por próximo prazo",
};
