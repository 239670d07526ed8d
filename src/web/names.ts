import type { ChatPort, Named } from "../chat/port.ts";
import type { Instant } from "../sla/instant.ts";
import { platformOf } from "../tickets/refs.ts";

/** The name of a channel or person on their platform; null if the platform does not tell it in time. Never rejects. */
export type NameOf = (named: Named) => Promise<string | null>;

interface NamesDeps {
  readonly portOf: (platform: string) => ChatPort | undefined;
  readonly now: () => Instant;
  /** How long (ms) a page waits for a name. */
  readonly patienceMs?: number;
}

const usualPatienceMs = 800;
/** A name is asked for again after this time (ms), and one that the platform did not tell after a shorter one. */
const rememberMs = 10 * 60_000;
const rememberUnknownMs = 60_000;
const rememberedAtMost = 5_000;

const keyOf = (named: Named): string => ("channel" in named ? `channel ${named.channel}` : `user ${named.user}`);

/**
 * Remembers the names that platforms tell. Pages that are made at the same time ask once, and a platform that does not
 * answer delays a page only for a moment.
 */
export const createNames = ({ portOf, now, patienceMs = usualPatienceMs }: NamesDeps): NameOf => {
  const known = new Map<string, { readonly name: Promise<string | null>; until: Instant }>();

  const ask = (named: Named, key: string): Promise<string | null> => {
    const port = portOf(platformOf("channel" in named ? named.channel : named.user));
    const name = Promise.resolve(port?.nameOf?.(named) ?? null).catch(() => null);
    const entry = { name, until: now() + rememberMs };
    if (known.size >= rememberedAtMost) known.clear();
    known.set(key, entry);
    void name.then((found) => {
      if (found === null) entry.until = now() + rememberUnknownMs;
    });
    return name;
  };

  return async (named) => {
    const key = keyOf(named);
    const remembered = known.get(key);
    const name = remembered !== undefined && remembered.until > now() ? remembered.name : ask(named, key);
    const { promise: late, resolve } = Promise.withResolvers<null>();
    const timer = setTimeout(() => resolve(null), patienceMs);
    try {
      return await Promise.race([name, late]);
    } finally {
      clearTimeout(timer);
    }
  };
};
