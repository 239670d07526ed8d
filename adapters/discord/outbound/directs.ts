import type { Instant } from "../../../src/sla/instant.ts";
import { Routes } from "discord.js";
import { z } from "zod";
import type { UserRef } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { KnownFailure } from "../../shared/attempts.ts";
import { discordId } from "./markdown.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";

/** The direct conversations of the bot. */
export interface Directs {
  /** Returns the channel of a person; throws if it cannot be opened, or not yet. */
  with(user: UserRef): Promise<string>;
  forget(user: UserRef): void;
}

/** The shortest pause (ms) between two new conversations. Discord locks out bots that open many at once. */
const pace = 3_000;

const openedSchema = z.object({ id: z.string() });

/** Remembers open conversations, and opens new ones at this pace. */
export const createDirects = (api: Api, channels: ChannelDirectory, now: () => Instant): Directs => {
  const opened = new Map<UserRef, string>();
  const opening = new Map<UserRef, Promise<string>>();
  let last = Number.NEGATIVE_INFINITY;

  const open = async (user: UserRef): Promise<string> => {
    const recipient_id = discordId(user);
    if (recipient_id === null)
      throw new KnownFailure({ kind: "recipientGone", why: "the recipient is not a Discord user" });
    if (now() - last < pace)
      throw new KnownFailure({ kind: "waitUntil", until: last + pace, why: "direct messages are opened slowly" });
    last = now();
    const { id } = await api.call(
      { method: "post", route: Routes.userChannels(), body: { recipient_id }, limit: "open" },
      openedSchema,
    );
    channels.learn(id, { is: "direct" });
    opened.set(user, id);
    return id;
  };

  return {
    with: (user) => {
      const known = opened.get(user);
      if (known !== undefined) return Promise.resolve(known);
      const under = opening.get(user) ?? open(user).finally(() => opening.delete(user));
      opening.set(user, under);
      return under;
    },
    forget: (user) => void opened.delete(user),
  };
};
