import type { Asker } from "../../app/questions.ts";
import type { Desk } from "../../domain/desk.ts";
import { heldUntil, type CountedRead } from "../../domain/limits.ts";
import { standingOf } from "../../domain/may.ts";
import type { Instant } from "../../domain/refs.ts";
import type { Refusal } from "../../domain/refusal.ts";

/** What people read of late, the newest first, by what and who. */
type Counts = Map<string, { readonly latest: readonly Instant[]; readonly freeAt: Instant }>;

/** Each process counts for itself: a read changes nothing, so it is not worth a write to the database. */
const countsOf = new WeakMap<object, Counts>();

/** Beyond so many people the process forgets those whose time is over. */
const mostRemembered = 10_000;

type TooOften = Extract<Refusal, { reason: "askedTooOften" }>;

/** Counts what a customer reads; the refusal where they read too often. Staff are not limited. */
export const tooOften = (
  process: object,
  what: CountedRead,
  { desk, asker, at }: { readonly desk: Desk; readonly asker: Asker; readonly at: Instant },
): TooOften | null => {
  const { user, channel, membership } = asker;
  if (standingOf(user, channel, desk, membership).is === "staff") return null;
  const counts: Counts = countsOf.get(process) ?? new Map();
  countsOf.set(process, counts);
  const limit = desk.limits[what];
  const key = `${what} ${user}`;
  const latest = counts.get(key)?.latest ?? [];
  const until = heldUntil(limit, latest, at);
  if (until !== null) return { reason: "askedTooOften", what, limit, until: Math.ceil(until / 60_000) * 60_000 };
  if (counts.size >= mostRemembered) for (const [other, { freeAt }] of counts) if (freeAt <= at) counts.delete(other);
  counts.set(key, { latest: [at, ...latest].slice(0, limit.most), freeAt: at + limit.withinMs });
  return null;
};
