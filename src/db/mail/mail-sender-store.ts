import type { Instant } from "../../sla/instant.ts";
import type { Database } from "../connection/handle.ts";
import { mailSenders } from "../schema/received-mail-schema.ts";
import { eq } from "../schema/orm.ts";

/** Whether the staff muted this address. */
export const isSenderMuted = async (db: Database, address: string): Promise<boolean> => {
  const [row] = await db
    .select({ mutedAt: mailSenders.mutedAt })
    .from(mailSenders)
    .where(eq(mailSenders.address, address));
  return row !== undefined && row.mutedAt !== null;
};

/** Mutes an address. `by`: a key of the desk's people. */
export const muteSender = async (
  db: Database,
  address: string,
  { by, at }: { readonly by: string; readonly at: Instant },
): Promise<void> => {
  await db
    .insert(mailSenders)
    .values({ address, mutedAt: at, mutedBy: by })
    .onConflictDoUpdate({ target: mailSenders.address, set: { mutedAt: at, mutedBy: by } });
};
