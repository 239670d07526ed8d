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
  /** The channel of a person; throws where it cannot be opened, or not yet. */
  with(user: UserRef): Promise<string>;
  forget(user: UserRef): void;
}

/** Discord locks bots out that open conversations in bursts; people who write to many strangers do so more slowly. */
const pace = 3_000;

const openedSchema = z.object({ id: z.string() });

/** Remembers opened conversations, and opens new ones no faster than one in three seconds. */
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
