/** A subcommand of a slash command. */
export interface Usage {
  /** The word in English; empty if none is needed. */
  readonly word: string;
  /** A hint for what follows the word. */
  readonly rest: string;
  /** Whether customers may use it, too. */
  readonly customers: boolean;
}

const everybody = (word: string, rest = ""): Usage => ({ word, rest, customers: true });
const staff = (word: string, rest = ""): Usage => ({ word, rest, customers: false });

/** The subcommands of each slash command, for the hints of every platform. */
export const usage: Readonly<Record<"ticket" | "desk", readonly Usage[]>> = {
  ticket: [
    everybody("", "[title]"),
    everybody("list", "[mine | open | due | waiting | resolved | all] [page 2]"),
    everybody("show", "N"),
    everybody("close", "N"),
    everybody("reopen", "N"),
    everybody("escalate", "N [why]"),
    everybody("call", "N [number]"),
    everybody("manager"),
    everybody("consulting", "[topic]"),
    everybody("transcript", "N [md | html | json]"),
    staff("reply", "N [text]"),
    staff("tech", "N [text]"),
    staff("merge", "N into M"),
    staff("link", "N M"),
    staff("history", "N"),
    everybody("help"),
  ],
  desk: [staff(""), staff("out", "[until]"), staff("back"), staff("notify", "[on | off]"), staff("help")],
};
