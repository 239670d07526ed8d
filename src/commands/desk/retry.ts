import { clockFor } from "../../clock.ts";
import { releaseAllParked } from "../../db/inbox-store.ts";
import { say, type Terminal } from "./print.ts";
import { withDatabase } from "./terminal.ts";

/**
 * Lets every inbound event that was parked be processed again, and says how many there are. With Postgres, the running Plazo
 * takes them up within seconds. With the embedded database, the next start does. Returns the exit code.
 */
export const retry = (terminal: Terminal): Promise<number> =>
  withDatabase(terminal, async (database, env) => {
    const { now } = await clockFor(env, database);
    const count = await releaseAllParked(database.db, now());
    if (count === 0) return say(terminal, "Nothing was put aside.");
    const when = env.databaseUrl === null ? "when it starts" : "in a moment";
    return say(
      terminal,
      `Plazo processes ${count === 1 ? "one event" : `${count} events`} again ${when}. If one fails again, the log says why.`,
    );
  });
