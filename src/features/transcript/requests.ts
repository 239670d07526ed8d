import { transcriptFormats } from "../../requests/intent.ts";
import { work } from "../../requests/routed.ts";
import { subcommand } from "../../requests/subcommand.ts";
import { ticketAndRest } from "../../requests/ticket-in-line.ts";

export const subcommands = {
  transcript: subcommand({
    of: "ticket",
    words: ["transcript", "transcripción", "transcripcion", "transcrição", "transcricao"],
    menu: "transcript N [md | html | json]",
    otherWords: "export download exportar descargar descarregar",
    namesTicket: true,
    permission: "transcript",
    help: ({ say, is }) => ({
      usage: say("help.transcript"),
      means: is === "staff" ? "help.transcriptMeansStaff" : "help.transcriptMeansCustomer",
    }),
    /** Without a format, the first one is used. "Transcript of the call is missing" is a title. */
    parse: (typed) => {
      const found = ticketAndRest(typed);
      const [, named = transcriptFormats[0], ...more] = typed.rest;
      const format = transcriptFormats.find((each) => each === named.toLowerCase());
      if (found === null || more.length > 0 || format === undefined) return null;
      return "problem" in found ? found : { number: found.number, format };
    },
    route: ({ number, format }) => work({ kind: "ask", question: { kind: "transcript", number, format } }),
  }),
};
