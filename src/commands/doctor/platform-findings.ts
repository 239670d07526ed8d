import type { AdapterDeps } from "../../chat/port.ts";
import { platformOf, type ChannelRef } from "../../tickets/refs.ts";
import type { Env } from "../../env.ts";
import { createLog } from "../../log/log.ts";

/**
 * Asks each platform of real people what is wrong with its setup and with the desk's channels. Returns a sentence each.
 */
export const platformFindings = async (env: Env, channels: readonly ChannelRef[]): Promise<readonly string[]> => {
  const deps: AdapterDeps = {
    core: { acknowledge: () => ({ kind: "ignore" }), accept: async () => {} },
    log: createLog({ ...env, logLevel: "silent" }),
    now: Date.now,
  };
  const found: string[] = [];
  for (const platform of Object.values(env.platforms)) {
    if (platform.kind === "demo" || platform.kind === "area") continue;
    const create = await platform.load();
    const adapter = create(deps);
    const own = channels.filter((channel) => platformOf(channel) === adapter.platform);
    found.push(...((await adapter.probe?.(own)) ?? []).map((each) => `${adapter.platform}: ${each}`));
    // Closes the connections that the probe opened.
    if (adapter.probe !== undefined) await adapter.stop();
  }
  return found;
};
