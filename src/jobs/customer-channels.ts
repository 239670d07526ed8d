import { keepWelcomes } from "../db/staff-reports/staff-report-store.ts";
import { storeArrivals } from "../db/inbox-store.ts";
import { readRequest } from "../db/request-store.ts";
import {
  askTriage,
  beginOpening,
  dueUnticketed,
  endUnticketed,
  unticketedMessagesOf,
  type UnticketedRow,
} from "../db/messages/unticketed-store.ts";
import type { Desk } from "../desk/desk.ts";
import { accountOfChannel } from "../tickets/principal.ts";
import { openingKeyOf, watchOf } from "../tickets/thread/unticketed.ts";
import type { Step, WorkDeps } from "./deps.ts";

const batch = 20;

/**
 * Looks at customers' messages that belong to no ticket and have waited as long as their plan allows. Triage is asked what they are;
 * later the inbox is given the event that opens a ticket from them. Several processes may do so at once: repeating it changes nothing.
 */
export const watchChannels =
  (deps: WorkDeps): Step =>
  async () => {
    const { db } = deps.database;
    const rows = await dueUnticketed(db, deps.now(), batch);
    if (rows.length === 0) return 0;
    const desk = await deps.desk.read(db);
    for (const row of rows) await lookAt(deps, row, desk);
    return rows.length;
  };

const lookAt = async ({ database, now }: WorkDeps, row: UnticketedRow, desk: Desk): Promise<void> => {
  const { db, inbound } = database;
  const at = now();
  const account = accountOfChannel(row.channel, desk);
  if (account === null || watchOf(account, desk) === null) {
    await endUnticketed(db, row, { outcome: "unwatched", by: null, ticket: null, now: at });
    return;
  }
  // After an absence both may be due. Triage is asked first, so that it also learns of messages from which no ticket can be opened.
  if (row.status === "waiting") return askTriage(db, row, desk.channels.triage, at);
  const [first] = await unticketedMessagesOf(db, row.id);
  if (first === undefined) {
    const ticket = await readRequest(db, openingKeyOf(row));
    await endUnticketed(db, row, { outcome: ticket === null ? "deleted" : "ticket", by: null, ticket, now: at });
    return;
  }
  // Marked before the event is stored: if the process ends between the two, the row is due again, and the event is stored once.
  if (!(await beginOpening(db, row.id, at))) return;
  await storeArrivals(inbound, [
    {
      inboundEvent: {
        kind: "unanswered",
        key: `unticketed:${row.id}`,
        at: row.firstAt,
        by: { user: first.author, name: first.author },
        channel: row.channel,
        unticketed: row.id,
      },
      lane: `${row.channel} unanswered`,
      at,
      lease: { token: `unticketed ${row.id}`, until: at },
      isRepeat: false,
    },
  ]);
};

/**
 * Has the bot say in each customer's channel how to ask and what is promised, if the desk wants it. Runs when the desk changed; a
 * message that still shows the same is left alone.
 */
export const keepWelcomeMessages =
  ({ database: { db }, desk: cache, now }: WorkDeps): Step =>
  async () => {
    const desk = await cache.read(db);
    const channels = Object.values(desk.accounts).flatMap((account) => account.channels);
    if (!desk.welcome || channels.length === 0) return 0;
    await keepWelcomes(db, channels, now());
    // There is nothing more to do until the desk changes again. The next look finds the messages that are to be sent.
    return 0;
  };
