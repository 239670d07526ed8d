import type { Instant } from "../../sla/instant.ts";
import type { ChannelRef } from "../../tickets/refs.ts";
import type { DatabaseHandle } from "../connection/handle.ts";
import { fromInstant, sql } from "../schema/orm.ts";

/** How many of the newest cards, messages and inbound events are searched, each. */
const searched = 5_000;

/** When a card or a message went to a person, written like their indexes. */
const directCard = sql`(case when place->>'kind' = 'person' and ref_channel is not null then not_before end)`;
const directMessage = sql`(case when target->>'kind' = 'person' and ref is not null then created_at end)`;

/** Returns the direct conversations of a platform in which Plazo or a person wrote something since then, the most recent first. */
export const directChannels = async (
  handle: DatabaseHandle,
  platform: string,
  { since, most }: { readonly since: Instant; readonly most: number },
): Promise<readonly ChannelRef[]> => {
  const from = fromInstant(since);
  const rows = await handle.rows<{ channel: ChannelRef }>(sql`
    select channel from (
      (select ref_channel as channel, not_before as at from cards
        where ${directCard} >= ${from}::timestamptz order by ${directCard} desc limit ${searched})
      union all
      (select ref->>'channel', created_at from outbox
        where ${directMessage} >= ${from}::timestamptz order by ${directMessage} desc limit ${searched})
      union all
      (select inbound_event->>'channel', received_at from inbox
        where inbound_event->>'direct' = 'true' and received_at >= ${from}::timestamptz
        order by received_at desc limit ${searched})
    ) as active
    where starts_with(channel, ${`${platform}:`})
    group by channel
    order by max(at) desc
    limit ${most}`);
  return rows.map(({ channel }) => channel);
};
