import { button } from "../../requests/action-handlers.ts";
import type { Instant } from "../../sla/instant.ts";
import type { RequestContext } from "../../requests/request-context.ts";
import { answer, ifAllowed, work, type Routed } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { problemCard } from "../../cards/problem-card.ts";
import { parseUntil } from "../../requests/typed-time.ts";

/** An agent is out until a time that they give in their own zone. */
const goOut = ({ principal, viewer }: RequestContext, text: string, at: Instant): Routed => {
  if (principal.is !== "staff") return answer({ kind: "ignore" });
  const until = parseUntil(text, at, viewer.timezone);
  return until === null
    ? answer({ kind: "private", card: problemCard({ problem: "badUntil", text }, viewer) })
    : work({ kind: "away", person: principal.person.key, until });
};

export const buttons = {
  out: button({
    carries: ([until = ""]) => ({ until }),
    press: ({ until }, { at }, context) => ifAllowed(context, "away", () => goOut(context, until, at)),
  }),
};

export const subcommands = {
  out: subcommand({
    of: "desk",
    words: ["out", "fuera", "fora"],
    menu: "out [until]",
    permission: "away",
    help: ({ say }) => ({ usage: say("help.out"), means: "help.outMeans" }),
    parse: ({ rest }) => ({ until: rest.join(" ") }),
    route: ({ until }, { event, context }) => goOut(context, until, event.at),
  }),
  back: subcommand({
    of: "desk",
    words: ["back", "vuelvo", "voltei", "regresso"],
    menu: "back",
    permission: "away",
    help: ({ say }) => ({ usage: say("help.back"), means: "help.backMeans" }),
    /** With further words it is a list name: `/desk back pain`. */
    parse: ({ rest }) => (rest.length === 0 ? {} : null),
    route: (_, { context: { principal } }) =>
      principal.is === "staff"
        ? work({ kind: "away", person: principal.person.key, until: null })
        : answer({ kind: "ignore" }),
  }),
};

declare module "../../chat/action.ts" {
  interface FeatureActions {
    readonly availability: { readonly button: keyof typeof buttons };
  }
}
