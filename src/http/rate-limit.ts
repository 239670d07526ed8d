import { isIP } from "node:net";
import { mayBeProxy } from "./asked-locally.ts";
import { setNewest } from "../chat/bounded-map.ts";

/** So many requests at once, and then so many a minute. */
export interface Rate {
  readonly atOnce: number;
  readonly perMinute: number;
}

/** Counts one more request for a key. Returns 0 if it is within the limit; else how many seconds to wait. */
export type RateLimit = (key: string) => number;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** So many keys are remembered. The one that is longest without a request is forgotten first. */
const mostKeys = 10_000;

/** Limits requests by key in the memory of this process. `now` is in milliseconds. */
export const createRateLimit = ({ atOnce, perMinute }: Rate, now: () => number, most = mostKeys): RateLimit => {
  const buckets = new Map<string, Bucket>();
  const perMs = perMinute / 60_000;
  return (key) => {
    const at = now();
    const known = buckets.get(key) ?? { left: atOnce, at };
    const left = Math.min(atOnce, known.left + Math.max(0, at - known.at) * perMs);
    const isWithin = left >= 1;
    // The key without a request for longest is forgotten first.
    setNewest(buckets, key, { left: isWithin ? left - 1 : left, at }, most);
    return isWithin ? 0 : Math.ceil((1 - left) / perMs / 1_000);
  };
};

/** One customer of an Internet provider usually has a whole /64 network of IPv6, so its addresses count as one. */
const networkOf = (address: string): string => {
  const plain = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIP(plain) !== 6) return plain;
  // A URL writes an address without leading zeros; "::" stands for as many groups of zero as are missing.
  const [head = "", tail = ""] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split("::");
  const [first, last] = [head, tail].map((part) => (part === "" ? [] : part.split(":")));
  const missing = Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0));
  const groups = [...(first ?? []), ...Array.from({ length: missing }, () => "0"), ...(last ?? [])];
  return `${groups.slice(0, 4).join(":")}::/64`;
};

/**
 * The address of the browser that sends a request. A proxy appends the address that it saw to `X-Forwarded-For`, so only
 * the last entry is believed, and only if the connection may be a proxy's.
 */
export const senderOf = (peer: string | null, headers: Headers): string | null => {
  if (peer === null || !mayBeProxy(peer)) return peer;
  const last = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return isIP(last) === 0 ? peer : last;
};

/** The key under which the requests of an address are counted. */
export const addressKey = (address: string | null): string => (address === null ? "unknown" : networkOf(address));
