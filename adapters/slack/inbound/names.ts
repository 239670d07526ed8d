import { errorKind } from "../../../src/chat/error-kind.ts";
import type { WebClient } from "@slack/web-api";
import type { WarnOncePerMinute } from "../../../src/chat/refusals.ts";
import type { Membership } from "../../../src/tickets/refs.ts";
import { membershipOf, type Home } from "../receive/origin.ts";

/** What Slack says about a person. */
export interface Profile {
  readonly name: string | null;
  /** Their relation to the desk's workspace; undefined if Slack does not say. */
  readonly membership: Membership | undefined;
}

/** Returns a person's profile; null if Slack does not answer in time. Never throws. */
export type ProfileOf = (user: string) => Promise<Profile | null>;

/** How long (ms) an event waits for its author's name. */
const patienceMs = 800;
const rememberMs = 60 * 60_000;
const rememberedAtMost = 10_000;

/**
 * Asks for each person once an hour, and never twice at the same time, because payloads contain only an id. users.info
 * allows about a hundred calls a minute.
 */
export const createProfiles = (client: WebClient, warn: WarnOncePerMinute, home: () => Home | null): ProfileOf => {
  const known = new Map<string, { readonly profile: Promise<Profile | null>; readonly until: number }>();

  const ask = async (user: string): Promise<Profile | null> => {
    try {
      const { user: found } = await client.users.info({ user });
      const name = found?.profile?.display_name || found?.profile?.real_name || found?.real_name || found?.name || null;
      const ours = home();
      return { name, membership: ours === null ? undefined : membershipOf(found, ours) };
    } catch (error) {
      known.delete(user);
      const why = errorKind(error);
      warn(why, { user, err: why }, "slack.name-unread");
      return null;
    }
  };

  return async (user) => {
    const remembered = known.get(user);
    const now = performance.now();
    const profile = remembered !== undefined && remembered.until > now ? remembered.profile : ask(user);
    if (known.size >= rememberedAtMost) known.clear();
    if (profile !== remembered?.profile) known.set(user, { profile, until: now + rememberMs });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)));
    const first = await Promise.race([profile, late]);
    clearTimeout(timer);
    return first;
  };
};
