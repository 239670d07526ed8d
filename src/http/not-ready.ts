import type { Adapter } from "../chat/port.ts";
import { failureCode } from "../../adapters/index.ts";
import { errorKind } from "../chat/error-kind.ts";
import { readUnpostedCards } from "../db/delivery/card-store.ts";
import { readDeskVersion } from "../db/desk-store.ts";
import { eventLoop } from "./event-loop.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";
import type { NotReady } from "./health.ts";
import type { RunningLoops } from "../jobs/run-loops.ts";

/** The reason if the database does not answer in time. */
export const databaseNotAnswering: NotReady = { reason: "the database does not answer", details: [] };

/** Why the desk cannot work; empty if it is ready. A reason names no person, ticket or statement; its details may. */
export const notReady = async (
  database: DatabaseHandle,
  adapters: readonly Adapter[],
  loops: RunningLoops | null,
): Promise<readonly NotReady[]> => [
  ...(await databaseTrouble(database)),
  ...ordinaryTrouble(database),
  ...otherTroubles(adapters, loops),
];

/** The same without a query. */
export const otherTroubles = (adapters: readonly Adapter[], loops: RunningLoops | null): readonly NotReady[] => [
  ...reasonFor(
    "a platform is not connected",
    adapters.flatMap((adapter) => adapter.notReady() ?? []),
  ),
  ...reasonFor("the process is blocked", eventLoop.troubles()),
  ...(loops === null
    ? [{ reason: "the loops have not started", details: [] }]
    : reasonFor("background work fails", loops.troubles())),
];

const reasonFor = (reason: string, details: readonly string[]): readonly NotReady[] =>
  details.length === 0 ? [] : [{ reason, details }];

/** After so long (ms) a query of the background work counts as unanswered. A busy desk lets it wait for seconds. */
const unansweredMs = 5_000;

/** When the unanswered query of each database was made, by the connections of the background work. */
const asked = new WeakMap<DatabaseHandle, number>();

/** Asks on the connections of the background work as well, without waiting for them: they may be busy, or silent. */
const ordinaryTrouble = (database: DatabaseHandle): readonly NotReady[] => {
  // The embedded database has one connection, and no network.
  if (database.kind === "pglite") return [];
  const now = performance.now();
  const since = asked.get(database) ?? now;
  if (!asked.has(database)) {
    asked.set(database, now);
    const answered = (): void => void asked.delete(database);
    readDeskVersion(database.db).then(answered, answered);
  }
  const seconds = Math.floor((now - since) / 1_000);
  return seconds * 1_000 < unansweredMs
    ? []
    : [{ ...databaseNotAnswering, details: [`background work waits for ${seconds} seconds`] }];
};

/** Uses the queue for inbound events, because after a start the loops fill the ordinary one. */
const databaseTrouble = async ({ inbound }: DatabaseHandle): Promise<readonly NotReady[]> => {
  try {
    return (await readDeskVersion(inbound)) === 0
      ? [{ reason: "no desk file was ever applied", details: [] }]
      : await unseenTickets(inbound);
  } catch (error) {
    return [{ ...databaseNotAnswering, details: [errorKind(error)] }];
  }
};

/** Tickets that triage cannot see: the desk is not ready until the channel accepts their cards. Plazo keeps trying. */
const unseenTickets = async (db: DatabaseHandle["db"]): Promise<readonly NotReady[]> =>
  reasonFor(
    "tickets have no card in triage",
    (await readUnpostedCards(db)).map(
      ({ ticket, why }) => `T-${ticket} has no card in triage: ${failureCode(why ?? "")}`,
    ),
  );
