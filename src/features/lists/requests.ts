import { digits } from "../../chat/action-arguments.ts";
import type { Problem } from "../../cards/problem-card.ts";
import { button, oldAction } from "../../requests/action-handlers.ts";
import { cleanLine } from "../../requests/clean-text.ts";
import type { Question } from "../../requests/intent.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { nameMatches } from "../../text/name-matches.ts";
import { unclearList } from "./list-choices.ts";
import { nameable, readListFilter } from "./read-list-filter.ts";
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

/** Longer texts are no words to look for. */
const longestSearch = 200;

/** Looks for words. Staff also find the tickets of a person or account whose name they typed. */
const askFind = (typed: string, after: Place | null, context: RequestContext): Routed =>
  ifAllowed(context, "find", () => {
    const words = typed.slice(0, longestSearch);
    const { accounts, people } = nameable(context);
    const keys = (things: typeof people) =>
      context.principal.is === "staff" ? nameMatches(words, things).map(({ key }) => key) : [];
    return work({
      kind: "ask",
      question: { kind: "find", words, people: keys(people), accounts: keys(accounts), after },
    });
  });

type Place = NonNullable<Extract<Question, { kind: "find" }>["after"]>;

/** Where a page of a search begins: the rank and the number of the last ticket before it. */
const placeOf = (words: readonly string[]): { readonly after: Place | null } | null => {
  if (words.length === 0) return { after: null };
  const rank = digits(words[0], 8);
  const number = digits(words[1], 10);
  return rank === null || number === null || words.length > 2 ? null : { after: { rank, number } };
};

/** The buttons of a list's pages. */
export const buttons = {
  /** The words come back as the quote of the card. */
  find: button({
    carries: placeOf,
    forCustomers: true,
    press: ({ after }, { quote }, context) => {
      const words = cleanLine(quote ?? "");
      return words === "" ? oldAction(context) : askFind(words, after, context);
    },
  }),
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
    otherWords: "filter queue tickets filtrar cola listar fila",
    permission: "list",
    help: ({ say, is }) => ({
      usage: say(is === "staff" ? "help.listStaff" : "help.list"),
      means: is === "staff" ? "help.listMeansStaff" : "help.listMeansCustomer",
    }),
    parse: ({ rest }) => ({ words: rest }),
    route: ({ words }, { context }) => listTyped("list", words, context),
  }),
  find: subcommand({
    of: "ticket",
    words: ["find", "buscar", "procurar"],
    menu: "find [words]",
    otherWords: "search look where busca encontrar pesquisar achar",
    permission: "find",
    help: ({ say, is }) => ({
      usage: say("help.find"),
      means: is === "staff" ? "help.findMeansStaff" : "help.findMeansCustomer",
    }),
    parse: ({ rest }): { readonly words: string } | Problem =>
      rest.length === 0 ? { problem: "noWords" } : { words: rest.join(" ") },
    route: ({ words }, { context }) => askFind(words, null, context),
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
