import { answer } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { helpCard } from "./help-card.ts";

export const subcommands = {
  help: subcommand({
    of: "ticket",
    words: ["help", "ayuda", "ajuda", "?"],
    menu: "help",
    permission: "help",
    help: () => null,
    suggestion: ({ say }) => ({ usage: say("help.help"), means: "help.helpMeans" }),
    parse: ({ rest }) => (rest.length === 0 ? {} : null),
    route: (_, { all, context: { desk, principal, viewer } }) =>
      answer({ kind: "private", card: helpCard(all, { desk, is: principal.is, viewer, unknown: null }) }),
  }),
};
