import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { CarriedFile } from "../../src/chat/delivery.ts";
import type { InboundEvent } from "../../src/chat/inbound-event.ts";
import { cast, channels } from "./cast.ts";
import { createFileStore } from "./file-store.ts";
import { ticketOf } from "./ticket-of.ts";
import type { ChannelRef, UserRef } from "../../src/tickets/refs.ts";
import type { Instant } from "../../src/sla/instant.ts";
import type { PostedMessage, TicketName, Unread } from "./wire.ts";

/** A message to be written. `key` makes a second write do nothing. */
export interface NewMessage {
  readonly key: string;
  readonly channel: ChannelRef;
  readonly thread: string | null;
  readonly at: Instant;
  readonly by: UserRef | null;
  readonly body: Exclude<PostedMessage["body"], { kind: "gone" }>;
  readonly files?: readonly CarriedFile[];
}

/** The platform's own storage: what Slack's or Discord's servers would store. */
export interface Store {
  /** Writes a message; `isNew` is false if its key existed. */
  write(message: NewMessage): { readonly message: PostedMessage; readonly isNew: boolean };
  /** Null if there is no such message. */
  edit(channel: ChannelRef, id: string, body: PostedMessage["body"], at: Instant | null): PostedMessage | null;
  /** Deletes everything of a message but its place. Null if there is no such message. */
  erase(channel: ChannelRef, id: string): PostedMessage | null;
  /** Adds a 🎫, once for each person; null is the bot. Returns null if there is no such message. */
  mark(channel: ChannelRef, id: string, by: UserRef | null): PostedMessage | null;
  find(channel: ChannelRef, id: string): PostedMessage | null;
  /** A file with the channel in which it was shared. */
  file(id: string): (CarriedFile & { readonly channel: ChannelRef }) | null;
  /** A message with the messages below it, oldest first. */
  thread(channel: ChannelRef, root: string): readonly PostedMessage[];
  /** The latest messages of these channels, oldest first. */
  messages(of: readonly ChannelRef[]): readonly PostedMessage[];
  see(user: UserRef, channel: ChannelRef, upTo: string): void;
  unread(): Unread;
  tickets(): readonly TicketName[];
  /** Keeps an inbound event until the core accepts it, so that it can be delivered again after a crash. */
  keep(inboundEvent: InboundEvent): void;
  taken(key: string): void;
  pendingEvents(): readonly InboundEvent[];
  /** Does all of it or nothing. */
  atomically<T>(work: () => T): T;
}

const shownPerChannel = 400;

const schema = `
  pragma journal_mode = wal;
  create table if not exists message (
    id integer primary key autoincrement, key text not null unique, channel text not null, thread text,
    at integer not null, edited_at integer, author text, body text not null, ticket integer, label text) strict;
  create index if not exists message_channel on message (channel, id);
  create table if not exists seen (user text, channel text, up_to integer not null, primary key (user, channel)) strict;
  create table if not exists kept (key text primary key, inbound_event text not null) strict;
  create table if not exists mark (message integer, who text not null, primary key (message, who)) strict;
  drop view if exists shown;
  create view shown as select message.*, (
    select json_group_array(who) from (select who from mark where message = message.id order by mark.rowid)) as marks
    from message;`;

interface Row {
  readonly id: number;
  readonly channel: ChannelRef;
  readonly thread: string | null;
  readonly at: number;
  readonly edited_at: number | null;
  readonly author: UserRef | null;
  readonly body: string;
  readonly ticket: number | null;
  readonly marks: string;
}

/** The value by which the bot is stored among those who marked a message. */
const bot = "";

const messageOf = (row: Row): PostedMessage => ({
  id: String(row.id),
  channel: row.channel,
  thread: row.thread,
  at: row.at,
  editedAt: row.edited_at,
  by: row.author,
  body: JSON.parse(row.body) as PostedMessage["body"],
  ticket: row.ticket,
  marks: (JSON.parse(row.marks) as (UserRef | typeof bot)[]).map((who) => (who === bot ? null : who)),
});

/** Opens the store in a file of `dataDir`; in memory if that is null. */
export const openStore = (dataDir: string | null): Store => {
  if (dataDir !== null) mkdirSync(dataDir, { recursive: true });
  const db = new DatabaseSync(dataDir === null ? ":memory:" : join(dataDir, "playground.sqlite"));
  db.exec(schema);
  const byKey = db.prepare("select * from shown where key = ?");
  const byId = db.prepare("select * from shown where channel = ? and id = ?");
  const inThread = db.prepare("select * from shown where channel = ? and (id = ? or thread = ?) order by id limit ?");
  const insert = db.prepare(
    `insert into message (key, channel, thread, at, author, body, ticket, label) values (?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (key) do nothing`,
  );
  const update = db.prepare(
    "update message set body = ?, edited_at = ?, ticket = ?, label = ? where channel = ? and id = ?",
  );
  const latest = db.prepare("select * from shown where channel = ? order by id desc limit ?");
  const countUnread = db.prepare(
    `select count(*) as n from message where channel = ? and author is not ?
     and json_extract(body, '$.kind') <> 'gone' and id > coalesce((select up_to from seen where user = ? and channel = ?), 0)`,
  );
  const markSeen = db.prepare(
    `insert into seen (user, channel, up_to) values (?, ?, ?)
     on conflict (user, channel) do update set up_to = max(up_to, excluded.up_to)`,
  );
  // The newest card with a ticket in its heading has the best label.
  const named = db.prepare(
    `select ticket, label, max(id) from message where ticket is not null and label is not null
     group by ticket order by ticket desc limit 200`,
  );
  const keep = db.prepare("insert into kept (key, inbound_event) values (?, ?) on conflict do nothing");
  const taken = db.prepare("delete from kept where key = ?");
  const pendingEvents = db.prepare("select inbound_event from kept order by rowid");

  const put = db.prepare("insert into mark (message, who) values (?, ?) on conflict do nothing");
  const unmark = db.prepare("delete from mark where message = ?");
  const channelOf = db.prepare("select channel from message where id = ?");
  const fileStore = createFileStore(db);

  const find: Store["find"] = (channel, id) => {
    const row = byId.get(channel, id);
    return row === undefined ? null : messageOf(row as unknown as Row);
  };
  const edit: Store["edit"] = (channel, id, body, at) => {
    const { ticket, label } = ticketOf(body);
    update.run(JSON.stringify(body), at, ticket, label, channel, id);
    return find(channel, id);
  };
  const atomically: Store["atomically"] = (work) => {
    db.exec("savepoint work");
    try {
      const result = work();
      db.exec("release work");
      return result;
    } catch (error) {
      db.exec("rollback to work; release work");
      throw error;
    }
  };

  return {
    write: ({ files = [], ...message }) =>
      atomically(() => {
        const { ticket, label } = ticketOf(message.body);
        const { changes, lastInsertRowid } = insert.run(
          message.key,
          message.channel,
          message.thread,
          message.at,
          message.by,
          JSON.stringify(message.body),
          ticket,
          label,
        );
        const isNew = Number(changes) > 0;
        if (isNew && files.length > 0) {
          const id = String(lastInsertRowid);
          edit(message.channel, id, { ...message.body, files: fileStore.put(id, files) }, null);
        }
        return { message: messageOf(byKey.get(message.key) as unknown as Row), isNew };
      }),
    edit,
    erase: (channel, id) =>
      atomically(() => {
        fileStore.clear(id);
        unmark.run(Number(id));
        return edit(channel, id, { kind: "gone" }, null);
      }),
    mark(channel, id, by) {
      if (find(channel, id) === null) return null;
      put.run(Number(id), by ?? bot);
      return find(channel, id);
    },
    find,
    file(id) {
      const file = fileStore.get(id);
      const row = file === null ? undefined : channelOf.get(Number(file.message));
      return file === null || row === undefined ? null : { ...file, channel: row["channel"] as ChannelRef };
    },
    thread: (channel, root) =>
      (inThread.all(channel, Number(root), root, shownPerChannel) as unknown as Row[]).map(messageOf),
    messages: (of) =>
      of
        .flatMap((channel) => latest.all(channel, shownPerChannel) as unknown as Row[])
        .map(messageOf)
        .toSorted((a, b) => Number(a.id) - Number(b.id)),
    see: (user, channel, upTo) => void markSeen.run(user, channel, Number(upTo)),
    unread: () =>
      Object.fromEntries(
        cast.map(({ user }) => [
          user,
          Object.fromEntries(
            channels
              .filter((each) => each.members.includes(user))
              .map(({ channel }) => [channel, Number(countUnread.get(channel, user, user, channel)?.["n"] ?? 0)]),
          ),
        ]),
      ),
    tickets: () => named.all().map((row) => ({ number: Number(row["ticket"]), label: String(row["label"]) })),
    keep: (inboundEvent) => void keep.run(inboundEvent.key, JSON.stringify(inboundEvent)),
    taken: (key) => void taken.run(key),
    pendingEvents: () => pendingEvents.all().map((row) => JSON.parse(String(row["inbound_event"])) as InboundEvent),
    atomically,
  };
};
