import type { Translation } from "../../../i18n/languages.ts";
import type { lists as english } from "./en.ts";

/** The Portuguese sentences of this feature. */
export const lists: Translation<typeof english> = {
  "list.mine": "Meus tickets",
  "list.open": "Tickets abertos",
  "list.due": "Vencem em {{hours}} horas ou já venceram",
  "list.overdue": "Com prazo perdido",
  "list.all": "Todos os tickets",
  "list.waiting": "Aguardando o cliente",
  "list.resolved": "Tickets resolvidos",
  "list.queue": "Fila por próximo vencimento",
  "list.withTech": "Com a equipe técnica",
  "list.empty": "Não há nada aqui.",
  "list.unreadable": "⚠ não é possível ler este ticket; avise o administrador do Plazo",
  "list.emptyQueue": "Não há tickets abertos.",
  "list.over": "mais de {{total}}",
  "list.page": "Página {{page}} de {{pages}} · {{total}} tickets",
  "list.pageOfMany": "Página {{page}} · mais de {{total}} tickets",
  "list.openTicket": "Abrir {{ticket}}",
  "list.openTickets": "Abrir um ticket",
  "list.pages": "Páginas",
  "list.previous": "Página anterior",
  "list.next": "Próxima página",
  "list.whichOne": "“{{word}}” pode ser várias coisas. Qual delas?",
  "list.didYouMean": "“{{word}}” não é nenhuma lista. Você quis dizer:",
  "list.lists": "Listas",
  "list.rowDue": "vence {{due}}",
  "list.rowMissed": "prazo perdido, vencia {{due}}",
  "list.rowWasDue": "vencia {{due}}",
  "list.unreached": "Lembretes que não chegaram a ninguém",
  "list.unreachedStep": "{{ticket}} · {{clock}} em {{share}} · {{at}}",
  "list.unreachedYet": "ainda tentando",
  "list.away": "{{name}} está ausente até {{until}}",
  "list.hint": "Detalhes: /ticket ver e o número",
  "list.hintStaff":
    "Detalhes: /ticket ver e o número. Para filtrar: /ticket lista acme, luis, alta, livres, atrasados, técnico, espera; também vários juntos, página 2",
  "help.list": "/ticket lista [meus | abertos | vencem | espera | resolvidos | todos] [alta] [página 2]",
  "help.listStaff":
    "/ticket lista [meus | abertos | vencem | atrasados | espera | resolvidos | todos] [acme] [luis] [alta] [livres] [técnico] [página 2]",
  "help.listMeansCustomer": "{{command}} mostra os tickets da sua empresa",
  "help.listMeansStaff":
    "{{command}} mostra os tickets, filtrados por conta, pessoa, gravidade ou sem responsável; é possível combinar",
  "find.heading": "Busca",
  "find.nothing": "Nenhum ticket foi encontrado. Deseja abrir um sobre isto?",
  "find.first": "Primeira página",
  "help.find": "/ticket procurar palavras…",
  "help.findMeansStaff":
    "{{command}} encontra tickets por palavras do título, da descrição e das mensagens, primeiro os que melhor correspondem",
  "help.findMeansCustomer": "{{command}} encontra os tickets da sua empresa pelo que foi escrito neles",
  "help.desk": "/desk [acme] [luis] [crítica] [livres] [atrasados] [página 2]",
  "help.deskMeans": "{{command}} mostra a fila por próximo vencimento",
};
