import {
  mostStored,
  type IdRange,
  type StoredIn,
  type StoredMessage,
  type ThreadInUse,
} from "../../chat/stored-messages.ts";
import type { DatabaseHandle } from "../connection/handle.ts";
import { sql } from "../schema/orm.ts";

/** A text id is compared as text: the ids of one platform have one length. */
const within = (id: ReturnType<typeof sql>, { from, before }: IdRange) =>
  sql`${id} >= ${from} and (${before} = '' or ${id} < ${before})`;

/**
 * The tickets of a thread, and those that were merged into them or follow them, because a message below one ticket may be in
 * the other.
 */
const relatives = ({ channel, thread }: Extract<StoredIn, { is: "thread" }>) => sql`
  relatives(number) as (
    select number from (
      select ticket as number from cards
        where ref_channel = ${channel} and ref_message = ${thread} and side <> 'collected'
      union select cards.ticket from card_roots join cards on cards.id = card_roots.card
        where card_roots.channel = ${channel} and card_roots.message = ${thread} and cards.side <> 'collected'
      union select number from tickets where source_channel = ${channel} and source_root = ${thread}
    ) as owners
    union
    select (link->>'number')::int from relatives
      join tickets on tickets.number = relatives.number
      cross join jsonb_array_elements(tickets.links->'items') as link
      where link->>'how' <> 'linked'
  )`;

/** A statement for each kind of place. */
const statements = {
  // Each lateral part has an offset, so that Postgres looks up the rows of each ticket and does not read the whole channel.
  thread: (place: Extract<StoredIn, { is: "thread" }>, range: IdRange) => sql`
    with recursive ${relatives(place)},
    threads as (
      select thread from relatives cross join lateral (
        select ref_message as thread from cards
          where cards.ticket = relatives.number and cards.ref_channel = ${place.channel} and cards.side <> 'collected'
        union select card_roots.message from card_roots join cards on cards.id = card_roots.card
          where card_roots.channel = ${place.channel} and cards.ticket = relatives.number
        union select source_root from tickets
          where tickets.number = relatives.number and source_channel = ${place.channel}
        offset 0
      ) as own
    )
    select id, (select coalesce(json_agg(distinct thread), '[]') from threads) as threads from (
      select id from relatives cross join lateral (
        select message as id from thread_messages
          where ticket = relatives.number and channel = ${place.channel} and deleted_at is null
            and ${within(sql`message`, range)}
        offset 0
      ) as own
      union select inbound_event->'message'->>'id' from inbox
        where lane = ${`${place.channel} ${place.thread}`} and done_at is null and parked is null
          and inbound_event->>'kind' = 'message' and ${within(sql`(inbound_event->'message'->>'id')`, range)}
    ) as stored order by id desc limit ${mostStored}`,
  roots: ({ channel }: StoredIn, range: IdRange) => sql`
    select message as id, json_build_array(source_root) as threads from tickets
      join thread_messages on channel = source_channel and message = source_message and ticket = number
      where source_channel = ${channel} and deleted_at is null and ${within(sql`source_root`, range)}
      order by source_root desc limit ${mostStored}`,
  whole: ({ channel }: StoredIn, range: IdRange) => sql`
    select id, '[]'::json as threads from (
      (select message as id from thread_messages
        where channel = ${channel} and deleted_at is null and ${within(sql`message`, range)}
        order by message desc limit ${mostStored})
      union
      (select message->'message'->>'id' from prompt_messages
        where message->'message'->>'channel' = ${channel} and deleted_at is null
          and ${within(sql`(message->'message'->>'id')`, range)}
        order by message->'message'->>'id' desc limit ${mostStored})
    ) as stored order by id desc limit ${mostStored}`,
};

/** Returns the messages of tickets and prompts in a place, the newest first, without those that were deleted. */
export const storedMessages = (
  handle: DatabaseHandle,
  place: StoredIn,
  range: IdRange,
): Promise<readonly StoredMessage[]> =>
  handle.rows<{ id: string; threads: string[] }>(
    place.is === "thread" ? statements.thread(place, range) : statements[place.is](place, range),
  );

/** How many of the newest events are searched, and how many open tickets, soonest due first. */
const eventsSearched = 3_000;
const ticketsSearched = 300;

/**
 * Returns threads of tickets on a platform: of the tickets with the newest events first, then of other open and waiting
 * tickets.
 */
export const threadsInUse = (handle: DatabaseHandle, platform: string, most: number): Promise<readonly ThreadInUse[]> =>
  handle.rows<{ channel: ThreadInUse["channel"]; thread: string }>(sql`
    with newest as (
      select ticket as number, max(id) as last from (
        select ticket, id from events order by id desc limit ${eventsSearched}
      ) as latest group by ticket order by last desc limit ${ticketsSearched}
    ),
    chosen as (
      select number, max(last) as last from (
      select number, last from newest
      union all (select number, 0 from tickets where status <> 'resolved' order by next_due, number limit ${ticketsSearched})
      union all (select number, 0 from tickets where status = 'waiting' order by next_due, number limit ${ticketsSearched})
      ) as each group by number
    )
    select channel, thread from chosen cross join lateral (
      select ref_channel as channel, ref_message as thread from cards
        where cards.ticket = chosen.number and ref_channel is not null and side <> 'collected'
      union select source_channel, source_root from tickets
        where tickets.number = chosen.number and source_channel is not null
    ) as places
    where starts_with(channel, ${`${platform}:`})
    group by channel, thread order by max(last) desc, thread desc limit ${most}`);
