import type { Instant } from "../sla/instant.ts";
import type { Pace } from "../chat/delivery.ts";
import type { Limits } from "../chat/port.ts";
import type { CardGate } from "./plan-cards.ts";
import { platformOf, type ChannelRef, type UserRef } from "../tickets/refs.ts";

type Place = UserRef | ChannelRef;

/** Counts what this process sends, and keeps it below the limits of the platforms, per place and per platform. */
export interface Limiter extends CardGate {
  /** The most messages that may go there now. Messages that are not urgent leave a reserve. */
  room(place: Place, urgent: boolean): number;
  /** Counts a message if there is room for it. Returns whether there was. */
  take(place: Place, urgent: boolean): boolean;
  /** The places and platforms where nothing may go now. */
  shut(urgent: boolean): readonly string[];
  /** When there is room again in a place that is full now; null if none is full. */
  opensAt(): Instant | null;
}

interface Bucket {
  readonly full: number;
  readonly everyMs: number;
  readonly left: number;
  readonly at: Instant;
}

/** This share of a minute's messages may go at once. The rest is spread evenly, so that no minute exceeds the limit. */
const burstShare = 0.1;
/** This share of the burst is reserved for urgent messages and messages of people. */
const reserveShare = 0.2;

const filled = (bucket: Bucket, now: Instant): Bucket => ({
  ...bucket,
  // Time that goes backwards, after a clock change, takes nothing away.
  left: Math.min(bucket.full, bucket.left + Math.max(0, now - bucket.at) / bucket.everyMs),
  at: now,
});

const bucketOf = (full: number, everyMs: number, now: Instant): Bucket => ({ full, everyMs, left: full, at: now });
const paced = ({ burst, everyMs }: Pace, now: Instant): Bucket => bucketOf(burst, everyMs, now);

const platformBucket = (limits: Limits, now: Instant): Bucket =>
  bucketOf(Math.max(1, Math.floor(limits.perMinute * burstShare)), 60_000 / (limits.perMinute * (1 - burstShare)), now);

const never: Bucket = { full: 0, everyMs: 1, left: 0, at: 0 };

const isPlace = (key: string): boolean => key.includes(":");

/** Edits are counted under a key of their own. */
const editing = " edits";
const editsOf = (place: Place, { edits }: Limits): string =>
  `${edits.in === "place" ? place : platformOf(place)}${editing}`;

/** A card that is not urgent leaves room for one message in its place, because messages go before cards. */
const spare = ({ full }: Bucket, urgent: boolean): number => (urgent || full < 2 ? 0 : 1);

/** The part of a platform's bucket that is reserved for urgent messages. */
const reservedOf = (all: Bucket, urgent: boolean): number => (urgent ? 0 : Math.floor(all.full * reserveShare));

/** What a bucket must contain for one message. */
const least = (key: string, bucket: Bucket, urgent: boolean): number =>
  1 + (isPlace(key) || key.endsWith(editing) ? 0 : reservedOf(bucket, urgent));

/** Creates the limiter. `limitsOf` a platform is undefined if the platform has none. */
export const createLimiter = (limitsOf: (platform: string) => Limits | undefined, now: () => Instant): Limiter => {
  const buckets = new Map<string, Bucket>();

  const read = (key: string, fresh: () => Bucket): Bucket => {
    const bucket = filled(buckets.get(key) ?? fresh(), now());
    // A full bucket equals a new one and need not be stored.
    if (bucket.left >= bucket.full) buckets.delete(key);
    else buckets.set(key, bucket);
    return bucket;
  };
  const both = (place: Place, limits: Limits): readonly [Bucket, Bucket] => [
    read(place, () => paced(limits.perPlace, now())),
    read(platformOf(place), () => platformBucket(limits, now())),
  ];
  const room = (place: Place, urgent: boolean): number => {
    const limits = limitsOf(platformOf(place));
    if (limits === undefined) return Number.POSITIVE_INFINITY;
    const [own, all] = both(place, limits);
    return Math.max(0, Math.floor(Math.min(own.left, all.left - reservedOf(all, urgent))));
  };
  const count = (key: string, bucket: Bucket): void => void buckets.set(key, { ...bucket, left: bucket.left - 1 });
  /** All counted buckets, as of now. */
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
      const left = Math.min(bucket.left - (isEdit ? 0 : spare(own, urgent)), all.left - reservedOf(all, urgent));
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
      const delays = [...buckets.entries()].flatMap(([key, stored]) => {
        const bucket = filled(stored, now());
        const message = least(key, bucket, false);
        const card = message + (isPlace(key) ? spare(bucket, false) : 0);
        const lacks = (bucket.left < message ? message : card) - bucket.left;
        return lacks > 0 ? [lacks * bucket.everyMs] : [];
      });
      return delays.length === 0 ? null : now() + Math.ceil(Math.min(...delays));
    },
  };
};
