import type { Database } from "./connection/handle.ts";
import { sql } from "./schema/orm.ts";
import { cards, outbox } from "./schema/delivery-schema.ts";
import { inbox } from "./schema/inbox-schema.ts";
import { prompts } from "./schema/prompt-schema.ts";
import { tickets } from "./schema/schema.ts";

/**
 * Returns the platforms whose people and channels are named by tickets, cards, sent messages, inbound events and
 * prompts. Sent mails do not count: a demo desk may send them.
 */
export const platformsInRows = async (db: Database): Promise<readonly string[]> => {
  const rows = await db.selectDistinct({ platform: sql<string>`split_part(named.ref, ':', 1)` }).from(
    sql`(
      select ${tickets.requesterUser} as ref from ${tickets}
      union select ${tickets.askedIn} from ${tickets}
      union select ${tickets.sourceChannel} from ${tickets}
      union select ${cards.refChannel} from ${cards}
      union select coalesce(${cards.place}->>'channel', ${cards.place}->>'user') from ${cards}
      union select ${outbox.ref}->>'channel' from ${outbox} where ${outbox.target}->>'kind' <> 'email'
      union select ${inbox.inboundEvent}->'by'->>'user' from ${inbox}
      union select ${inbox.inboundEvent}->>'channel' from ${inbox}
      union select ${prompts.byUser} from ${prompts}
    ) as named where named.ref is not null`,
  );
  return rows.map(({ platform }) => platform).toSorted();
};
