import type { ChannelRef, Instant } from "../domain/refs.ts";
import type { Handle } from "./handle.ts";
import { fromInstant } from "./instant.ts";
import { sql } from "./orm.ts";

/** More conversations are not looked at; whoever wrote or was written to last comes first. */
const atMost = 200;

/** The direct conversations of a platform in which something of ours was posted, or somebody wrote to us, since then. */
export const directChannels = async (
  handle: Handle,
  platform: string,
  since: Instant,
): Promise<readonly ChannelRef[]> => {
  const rows = await handle.rows<{ channel: ChannelRef }>(sql`
    select channel from (
      select ref_channel as channel, not_before as at from cards where place->>'kind' = 'person' and ref_channel is not null
      union all
      select ref->>'channel', created_at from outbox where target->>'kind' = 'person' and ref is not null
      union all
      select happening->>'channel', received_at from inbox where happening->'message'->>'direct' = 'true'
    ) as said
    where starts_with(channel, ${`${platform}:`}) and at >= ${fromInstant(since)}::timestamptz
    group by channel
    order by max(at) desc
    limit ${atMost}`);
  return rows.map(({ channel }) => channel);
};
