import type { Adapter } from "./chat/port.ts";
import { readUnpostedCards } from "./db/card-store.ts";
import { readDeskVersion } from "./db/desk-store.ts";
import type { Handle } from "./db/handle.ts";
import type { RunningLoops } from "./work/run-loops.ts";

/** One sentence for each reason why the desk cannot do its work; none means ready. */
export const notReady = async (
  database: Handle,
  adapters: readonly Adapter[],
  loops: RunningLoops | null,
): Promise<readonly string[]> => [
  ...(await databaseTrouble(database)),
  ...adapters.flatMap((adapter) => adapter.notReady() ?? []),
  ...(loops === null ? ["the loops have not started"] : loops.troubles()),
];

const databaseTrouble = async ({ db }: Handle): Promise<readonly string[]> => {
  try {
    return (await readDeskVersion(db)) === 0 ? ["no desk file was ever applied"] : await unseenTickets(db);
  } catch (error) {
    return [`the database does not answer: ${error instanceof Error ? error.message : String(error)}`];
  }
};

/** Tickets nobody in triage can see: the desk does not do its work until the channel takes them. It is tried again and again. */
const unseenTickets = async (db: Handle["db"]): Promise<readonly string[]> =>
  (await readUnpostedCards(db)).map(({ ticket, why }) => `T-${ticket} has no card in triage: ${why}`);
