import { button, oldAction } from "../../requests/action-handlers.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { unclearList } from "./list-choices.ts";
import { readListFilter } from "./read-list-filter.ts";
import { unclearListCard } from "./unclear-list-card.ts";

/**
 * A list of tickets, or the staff's queue; null if the words do not name one. The buttons of a list's pages carry the same words.
 */
const askFor = (kind: "list" | "queue", words: readonly string[], context: RequestContext): Routed | null => {
  const filter = readListFilter(words, context);
  return filter === null ? null : ifAllowed(context, kind, () => work({ kind: "ask", question: { kind, filter } }));
};

/** Asks the staff which list they mean. What customers type may be a title, and they have one account. */
const askWhich = (kind: "list" | "queue", words: readonly string[], context: RequestContext): Routed | null => {
  const unclear = context.principal.is === "staff" ? unclearList(words, context) : null;
  if (unclear === null) return null;
  return answer({ kind: "private", card: unclearListCard(kind, unclear, context.viewer) });
};

const listTyped = (kind: "list" | "queue", words: readonly string[], context: RequestContext): Routed | null =>
  askFor(kind, words, context) ?? askWhich(kind, words, context);

/** The buttons of a list's pages. */
export const buttons = {
  list: button({
    carries: (words) => ({ words }),
    forCustomers: true,
    press: ({ words }, _, context) => askFor("list", words, context) ?? oldAction(context),
  }),
  queue: button({
    carries: (words) => ({ words }),
    press: ({ words }, _, context) => askFor("queue", words, context) ?? oldAction(context),
  }),
};

export const subcommands = {
  list: subcommand({
    of: "ticket",
    words: ["list", "lista"],
    menu: "list [mine | open | due | waiting | resolved | all] [page 2]",
    otherWords: "search find filter queue tickets buscar filtrar cola listar procurar fila",
    permission: "list",
    help: ({ say, is }) => ({
      usage: say(is === "staff" ? "help.listStaff" : "help.list"),
      means: is === "staff" ? "help.listMeansStaff" : "help.listMeansCustomer",
    }),
    parse: ({ rest }) => ({ words: rest }),
    route: ({ words }, { context }) => listTyped("list", words, context),
  }),
  /** The default of `/desk`; it has no word of its own. */
  queue: subcommand({
    of: "desk",
    words: [],
    menu: "",
    permission: "queue",
    help: ({ say }) => ({ usage: say("help.desk"), means: "help.deskMeans" }),
    parse: ({ rest }) => ({ words: rest }),
    route: ({ words }, { context }) => listTyped("queue", words, context),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly lists: { readonly button: keyof typeof buttons };
  }
}
