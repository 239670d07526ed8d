import { clockFor } from "../../clock.ts";
import { readParked, releaseAllParked, type ParkedEvent } from "../../db/inbox-store.ts";
import { say, type Terminal } from "./print.ts";
import { withDatabase } from "./terminal.ts";

/** One line for an event, without the name or a word of the person who caused it. */
const lineOf = ({ kind, receivedAt, why }: ParkedEvent): string =>
  `${new Date(receivedAt).toISOString()} ${kind}: ${why}`;

/**
 * Lists the inbound events that were parked. With `apply` they are processed again: with Postgres, the running Plazo takes them
 * up within seconds; with the embedded database, the next start does. Returns the exit code.
 */
export const retry = (terminal: Terminal, apply: boolean): Promise<number> =>
  withDatabase(terminal, async (database, env) => {
    const parked = await readParked(database.db);
    if (parked.length === 0) return say(terminal, "Nothing was put aside.");
    const lines = parked.map(lineOf);
    if (!apply) {
      const warning =
        "Plazo will carry them out as people sent them. If a person sent a request again since then, it will be done twice: look at the tickets first.";
      return say(terminal, [...lines, warning, "Process all of them again with --apply."].join("\n"));
    }
    const { now } = await clockFor(env, database);
    const count = await releaseAllParked(database.db, now());
    const when = env.databaseUrl === null ? "when it starts" : "in a moment";
    const what = count === 1 ? "one event" : `${count} events`;
    return say(
      terminal,
      [...lines, `Plazo processes ${what} again ${when}. If one fails again, the log says why.`].join("\n"),
    );
  });
