import type { Asker } from "../../app/questions.ts";
import { countRead } from "../../db/customer-use-store.ts";
import type { Handle } from "../../db/handle.ts";
import type { Desk } from "../../domain/desk.ts";
import type { CountedRead } from "../../domain/limits.ts";
import { standingOf } from "../../domain/may.ts";
import type { Instant } from "../../domain/refs.ts";
import type { Refusal } from "../../domain/refusal.ts";

type TooOften = Extract<Refusal, { reason: "askedTooOften" }>;

/** Counts what a customer reads, for all processes together; the refusal where they read too often. Staff are not limited. */
export const tooOften = async (
  database: Pick<Handle, "rows">,
  what: CountedRead,
  { desk, asker, at }: { readonly desk: Desk; readonly asker: Asker; readonly at: Instant },
): Promise<TooOften | null> => {
  const { user, channel, membership } = asker;
  const standing = standingOf(user, channel, desk, membership);
  if (standing.is === "staff") return null;
  const limit = desk.limits[what];
  const who = { person: user, account: standing.account?.key ?? null };
  const oldest = await countRead(database, who, { what, limit, at });
  if (oldest === null) return null;
  return { reason: "askedTooOften", what, limit, until: Math.ceil((oldest + limit.withinMs) / 60_000) * 60_000 };
};
