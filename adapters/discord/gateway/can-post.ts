import type { Instant } from "../../../src/sla/instant.ts";
import { Routes } from "discord.js";
import type { ChatPort } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { failureOf } from "../errors.ts";
import { inspectChannel, membershipIn, placeSchema } from "./inspect-channel.ts";
import type { BotMembership } from "./permissions.ts";
import { withTimeout } from "../../shared/waiting.ts";

const patienceMs = 1_500;
/** How long (ms) the bot's roles in a server are remembered. */
const rememberMs = 60_000;

/** Returns whether the bot may post a ticket's card in a channel; true if Discord does not answer in time. */
export const createCanPost = (
  api: Api,
  self: () => string | null,
  now: () => Instant,
): NonNullable<ChatPort["canPost"]> => {
  const members = new Map<string, { readonly at: Instant; readonly membership: Promise<BotMembership> }>();
  const memberIn = (guild: string): Promise<BotMembership> => {
    const known = members.get(guild);
    if (known !== undefined && now() - known.at < rememberMs) return known.membership;
    const membership = membershipIn(api, guild, self() ?? "");
    members.set(guild, { at: now(), membership });
    membership.catch(() => members.delete(guild));
    return membership;
  };
  const look = async (channel: string): Promise<boolean> => {
    try {
      const call = { method: "get", route: Routes.channel(channel), limit: `get ${channel}` } as const;
      return (await inspectChannel(await api.call(call, placeSchema), memberIn)).canPost;
    } catch (error) {
      return failureOf(error, now()).kind !== "recipientGone";
    }
  };
  return async (channel) => (await withTimeout(look(idOf(channel)), patienceMs)) ?? true;
};
