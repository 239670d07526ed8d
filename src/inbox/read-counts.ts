import type { Instant } from "../sla/instant.ts";
import type { QueryingPerson } from "../tickets/execute/queries.ts";
import { countRead } from "../db/customer-use-store.ts";
import type { DatabaseHandle } from "../db/connection/handle.ts";
import type { Desk } from "../desk/desk.ts";
import type { CountedRead } from "../tickets/limits.ts";
import { identify } from "../tickets/principal.ts";
import type { Refusal } from "../tickets/messages.ts";

type TooOften = Extract<Refusal, { reason: "askedTooOften" }>;

/**
 * Counts what a customer reads, across all processes. Returns the refusal if the limit is used up. Staff have no limit.
 */
export const readLimitReached = async (
  database: Pick<DatabaseHandle, "rows">,
  what: CountedRead,
  { desk, asker, at }: { readonly desk: Desk; readonly asker: QueryingPerson; readonly at: Instant },
): Promise<TooOften | null> => {
  const { user, channel, membership } = asker;
  const principal = identify(user, channel, desk, membership);
  if (principal.is === "staff") return null;
  const limit = desk.limits[what];
  const who = { person: user, account: principal.account?.key ?? null };
  const oldest = await countRead(database, who, { what, limit, at });
  if (oldest === null) return null;
  return { reason: "askedTooOften", what, limit, until: Math.ceil((oldest + limit.withinMs) / 60_000) * 60_000 };
};
