import type { Instant } from "../sla/instant.ts";
import type { Limits, Pace } from "../chat/limits.ts";
import type { CardGate } from "../db/delivery/claim-cards.ts";
import { platformOf, type ChannelRef, type UserRef } from "../tickets/refs.ts";

type Place = UserRef | ChannelRef;

/** Keeps what we say below what the platforms take, place by place and in all. One process's own view. */
export interface Limiter extends CardGate {
  /** How many messages may go there now, at most. What is not urgent leaves a reserve. */
  room(place: Place, urgent: boolean): number;
  /** Counts a message, where there is room for it. */
  take(place: Place, urgent: boolean): boolean;
  /** The places and platforms where nothing may go now. */
  shut(urgent: boolean): readonly string[];
  /** When there is room again somewhere that has none now; null where there is room everywhere. */
  opensAt(): Instant | null;
}

interface Bucket {
  readonly full: number;
  readonly everyMs: number;
  readonly left: number;
  readonly at: Instant;
}

/** So much of a minute's messages may go at once; the rest comes evenly, so that no minute sees more than it may. */
const burstShare = 0.1;
/** So much of that is kept for what is urgent and for people's words. */
const reserveShare = 0.2;

const filled = (bucket: Bucket, now: Instant): Bucket => ({
  ...bucket,
  // A clock that was turned back takes nothing away.
  left: Math.min(bucket.full, bucket.left + Math.max(0, now - bucket.at) / bucket.everyMs),
  at: now,
});

const bucketOf = (full: number, everyMs: number, now: Instant): Bucket => ({ full, everyMs, left: full, at: now });
const paced = ({ burst, everyMs }: Pace, now: Instant): Bucket => bucketOf(burst, everyMs, now);

const whole = (limits: Limits, now: Instant): Bucket =>
  bucketOf(Math.max(1, Math.floor(limits.perMinute * burstShare)), 60_000 / (limits.perMinute * (1 - burstShare)), now);

const never: Bucket = { full: 0, everyMs: 1, left: 0, at: 0 };

const isPlace = (key: string): boolean => key.includes(":");

/** Edits are counted under a name of their own beside what is posted there. */
const editing = " edits";
const editsOf = (place: Place, { edits }: Limits): string =>
  `${edits.in === "place" ? place : platformOf(place)}${editing}`;

/** A card that is not urgent leaves a message's room in its place: what people are told goes before it. */
const spare = ({ full }: Bucket, urgent: boolean): number => (urgent || full < 2 ? 0 : 1);

/** How much of a platform's bucket is kept from what is not urgent. */
const keptOf = (all: Bucket, urgent: boolean): number => (urgent ? 0 : Math.floor(all.full * reserveShare));

/** What must be in a bucket for one message. */
const least = (key: string, bucket: Bucket, urgent: boolean): number =>
  1 + (isPlace(key) || key.endsWith(editing) ? 0 : keptOf(bucket, urgent));

/** `limitsOf` a platform; undefined where it has none. */
export const createLimiter = (limitsOf: (platform: string) => Limits | undefined, now: () => Instant): Limiter => {
  const buckets = new Map<string, Bucket>();

  const read = (key: string, fresh: () => Bucket): Bucket => {
    const bucket = filled(buckets.get(key) ?? fresh(), now());
    // What is full is what it would be anew.
    if (bucket.left >= bucket.full) buckets.delete(key);
    else buckets.set(key, bucket);
    return bucket;
  };
  const both = (place: Place, limits: Limits): readonly [Bucket, Bucket] => [
    read(place, () => paced(limits.perPlace, now())),
    read(platformOf(place), () => whole(limits, now())),
  ];
  const room = (place: Place, urgent: boolean): number => {
    const limits = limitsOf(platformOf(place));
    if (limits === undefined) return Number.POSITIVE_INFINITY;
    const [own, all] = both(place, limits);
    return Math.max(0, Math.floor(Math.min(own.left, all.left - keptOf(all, urgent))));
  };
  const count = (key: string, bucket: Bucket): void => void buckets.set(key, { ...bucket, left: bucket.left - 1 });
  /** Everything counted so far, as it is now. */
  const known = (): readonly (readonly [string, Bucket])[] =>
    [...buckets.keys()].map((key) => [key, read(key, () => never)] as const);
  return {
    room,
    take: (place, urgent) => {
      if (room(place, urgent) < 1) return false;
      const limits = limitsOf(platformOf(place));
      if (limits === undefined) return true;
      const [own, all] = both(place, limits);
      count(place, own);
      count(platformOf(place), all);
      return true;
    },
    takeCard: (place, isEdit, urgent) => {
      const limits = limitsOf(platformOf(place));
      if (limits === undefined) return true;
      const [own, all] = both(place, limits);
      const key = isEdit ? editsOf(place, limits) : place;
      const bucket = isEdit ? read(key, () => paced(limits.edits, now())) : own;
      const left = Math.min(bucket.left - (isEdit ? 0 : spare(own, urgent)), all.left - keptOf(all, urgent));
      if (left < 1) return false;
      count(key, bucket);
      count(platformOf(place), all);
      return true;
    },
    closedForCards: (urgent) => {
      const full = known().filter(
        ([key, bucket]) => bucket.left < least(key, bucket, urgent) + (isPlace(key) ? spare(bucket, urgent) : 0),
      );
      const keys = full.map(([key]) => key);
      return {
        posts: keys.filter((key) => !key.endsWith(editing)),
        edits: keys.flatMap((key) => {
          if (key.endsWith(editing)) return [key.slice(0, -editing.length)];
          return isPlace(key) ? [] : [key];
        }),
      };
    },
    shut: (urgent) => {
      const full = known().filter(([key, bucket]) => bucket.left < least(key, bucket, urgent));
      return full.flatMap(([key]) => (key.endsWith(editing) ? [] : [key]));
    },
    opensAt: () => {
      const waits = [...buckets.entries()].flatMap(([key, stored]) => {
        const bucket = filled(stored, now());
        const message = least(key, bucket, false);
        const card = message + (isPlace(key) ? spare(bucket, false) : 0);
        const lacks = (bucket.left < message ? message : card) - bucket.left;
        return lacks > 0 ? [lacks * bucket.everyMs] : [];
      });
      return waits.length === 0 ? null : now() + Math.ceil(Math.min(...waits));
    },
  };
};
