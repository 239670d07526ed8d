import type { WebClient } from "@slack/web-api";
import type { Log } from "../../src/chat/port.ts";

/** Finds out what a person is called; null where Slack does not say in time. Never throws. */
export type NameOf = (user: string) => Promise<string | null>;

/** Nobody's words wait longer for their author's name. */
const patienceMs = 800;
const rememberMs = 60 * 60_000;
const rememberedAtMost = 10_000;

/**
 * Payloads carry an id and at best a handle. A name is asked for once an hour and person, and never twice at the same
 * time; users.info allows about a hundred calls a minute.
 */
export const createNames = (client: WebClient, log: Log): NameOf => {
  const known = new Map<string, { readonly name: Promise<string | null>; readonly until: number }>();

  const ask = async (user: string): Promise<string | null> => {
    try {
      const { user: found } = await client.users.info({ user });
      return found?.profile?.display_name || found?.profile?.real_name || found?.real_name || found?.name || null;
    } catch (error) {
      known.delete(user);
      log.warn({ user, why: error instanceof Error ? error.message : String(error) }, "Slack did not say a name");
      return null;
    }
  };

  return async (user) => {
    const remembered = known.get(user);
    const now = performance.now();
    const name = remembered !== undefined && remembered.until > now ? remembered.name : ask(user);
    if (known.size >= rememberedAtMost) known.clear();
    if (name !== remembered?.name) known.set(user, { name, until: now + rememberMs });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)));
    const first = await Promise.race([name, late]);
    clearTimeout(timer);
    return first;
  };
};
