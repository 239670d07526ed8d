import { readAreaFile } from "../../src/db/access/area-file-store.ts";
import { areaThread } from "../../src/db/access/area-message-store.ts";
import { readContacts } from "../../src/db/access/contact-store.ts";
import { takeOidcAttempt } from "../../src/db/access/oidc-store.ts";
import { cardOfMessage, readCards } from "../../src/db/delivery/card-store.ts";
import { collectedPlaces } from "../../src/db/collected-store.ts";
import { filesCarried } from "../../src/db/customer-use-store.ts";
import type { DatabaseHandle } from "../../src/db/connection/handle.ts";
import { carriedFiles } from "../../src/db/delivery/file-store.ts";
import { readPending } from "../../src/db/delivery/outbox-store.ts";
import { readDesk, readDeskState } from "../../src/db/desk-store.ts";
import { readEvents } from "../../src/db/event-store.ts";
import { leaseInbox } from "../../src/db/inbox-store.ts";
import { messagePage } from "../../src/db/messages/message-store.ts";
import { promptMessagesAfter, readPrompt, timesSolved } from "../../src/db/prompt-store.ts";
import { readReminders } from "../../src/db/reminder-store.ts";
import { readRequest } from "../../src/db/request-store.ts";
import { sql } from "../../src/db/schema/orm.ts";
import { readTicket } from "../../src/db/ticket-store.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";

/** After every recorded moment, within the days in which uses count. */
const later = Date.parse("2026-01-13T00:00:00Z");

const pendingUnder = async (db: DatabaseHandle["db"], key: string) => {
  const row = await readPending(db, key);
  return row === null ? null : { ...row, stored: undefined };
};

/** What the stores read of a desk: every ticket with everything that belongs to it, and the rest. */
export const readBack = async (database: DatabaseHandle) => {
  const { db, rows } = database;
  const numbers = (await rows<{ number: number }>(sql`select number from tickets order by number`)).map(
    (each) => each.number,
  );
  const tickets = [];
  for (const number of numbers) {
    const keys = await rows<{ key: string }>(sql`select key from outbox where ticket = ${number} order by id`);
    tickets.push({
      ticket: await readTicket(db, number),
      messages: await messagePage(db, number, 0, 1_000),
      events: await readEvents(db, number),
      reminders: await readReminders(db, number),
      cards: await readCards(db, number),
      outbox: await Promise.all(keys.map(({ key }) => pendingUnder(db, key))),
      files: Object.fromEntries(await carriedFiles(db, number, 1_000, 1_000)),
    });
  }
  const roots = await rows<{ channel: ChannelRef; message: string }>(
    sql`select channel, message from card_roots order by channel, message`,
  );
  const requests = await rows<{ key: string }>(sql`select key from requests order by key`);
  const prompts = await rows<{ id: string; user: UserRef }>(sql`select id, by_user as user from prompts order by id`);
  return {
    tickets,
    desk: await readDesk(db),
    deskState: await readDeskState(db),
    contacts: await readContacts(db),
    oidcAttempt: await takeOidcAttempt(db, { hash: "state", browser: "browser", at: 0 }),
    areaFile: await readAreaFile(db, "key.0"),
    areaMessages: await areaThread(db, "web:nuria.direct", "1", 100),
    requests: await db.transaction(async (tx) => {
      const all = [];
      for (const { key } of requests) all.push([key, await readRequest(tx, key)]);
      return all;
    }),
    prompts: await Promise.all(prompts.map(({ id, user }) => readPrompt(db, Number(id), user))),
    promptMessages: await Promise.all(prompts.map(({ id }) => promptMessagesAfter(db, Number(id), 0, 100))),
    timesSolved: await timesSolved(db),
    roots: await Promise.all(roots.map(({ channel, message }) => cardOfMessage(db, channel, message))),
    collected: [...(await collectedPlaces(db, numbers))],
    carried: await db.transaction((tx) =>
      filesCarried(tx, { person: "slack:U0OLIVER", account: "northwind" }, later - 7 * 86_400_000),
    ),
    inbox: await leaseInbox(db, {
      now: later,
      lease: { token: "reads", until: later + 1_000 },
      limit: 100,
      intakeToken: "nothing",
    }),
  };
};
