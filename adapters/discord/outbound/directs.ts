import type { Instant } from "../../../src/sla/instant.ts";
import { RESTJSONErrorCodes, Routes } from "discord.js";
import { z } from "zod";
import type { UserRef } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { KnownFailure } from "../../shared/attempts.ts";
import { discordErrorOf } from "../errors.ts";
import { discordId } from "./markdown.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";
import { setNewest } from "../../../src/chat/bounded-map.ts";

/** What a direct message is: owed by the outbox (a page, a reminder), or a private answer to the person. */
export type DirectKind = "owed" | "answer";

/** The direct conversations of the bot. */
export interface Directs {
  /** Returns the channel of a person; throws if it cannot be opened, or not yet. */
  with(user: UserRef, kind: DirectKind): Promise<string>;
  /** The person wrote in this channel, or a message to them arrived there. */
  learn(user: UserRef, channel: string): void;
  /** A message to the person failed with this error. */
  failed(user: UserRef, error: unknown): void;
}

/** The shortest pause (ms) between two new conversations. Discord locks out bots that open many at once. */
const pace = 3_000;
/** How long (ms) after the next possible moment a new conversation waits for the outbox before it serves an answer. */
const outboxMargin = 2_000;
/** How long (ms) a person who refuses direct messages gets no private answers by direct message. */
const refusedForMs = 10 * 60_000;
const most = 10_000;

const openedSchema = z.object({ id: z.string() });

/** The person takes no direct messages from the bot. 50278: they have no server in common. */
const refusals: readonly unknown[] = [RESTJSONErrorCodes.CannotSendMessagesToThisUser, 50278];

/**
 * Remembers open conversations, and opens new ones at this pace. The outbox comes before private answers and does not wait
 * for them, because a customer can cause as many answers as they like.
 */
export const createDirects = (api: Api, channels: ChannelDirectory, now: () => Instant): Directs => {
  const opened = new Map<UserRef, string>();
  const opening = new Map<UserRef, Promise<string>>();
  const refused = new Map<UserRef, { readonly until: Instant; readonly why: string }>();
  /** The people to whom the outbox must open a conversation, and until when the next one is kept for them. */
  const owed = new Map<UserRef, Instant>();
  let last = Number.NEGATIVE_INFINITY;
  let lastOwed = Number.NEGATIVE_INFINITY;

  const isOwed = (): boolean => {
    for (const [user, until] of owed) if (until <= now()) owed.delete(user);
    return owed.size > 0;
  };

  const mustWait = (until: Instant): never => {
    throw new KnownFailure({ kind: "waitUntil", until, why: "direct messages are opened slowly" });
  };

  const open = async (user: UserRef, kind: DirectKind): Promise<string> => {
    const recipient_id = discordId(user);
    if (recipient_id === null)
      throw new KnownFailure({ kind: "recipientGone", why: "the recipient is not a Discord user" });
    const next = (kind === "owed" ? lastOwed : last) + pace;
    if (kind === "owed" && now() < next) {
      setNewest(owed, user, next + outboxMargin, most);
      mustWait(next);
    }
    if (kind === "answer" && (isOwed() || now() < next)) mustWait(Math.max(next, now() + 1_000));
    owed.delete(user);
    last = now();
    if (kind === "owed") lastOwed = last;
    const { id } = await api.call(
      { method: "post", route: Routes.userChannels(), body: { recipient_id }, limit: "open" },
      openedSchema,
    );
    channels.learn(id, { is: "direct" });
    setNewest(opened, user, id, most);
    return id;
  };

  return {
    with: (user, kind) => {
      const no = kind === "answer" ? refused.get(user) : undefined;
      if (no !== undefined && no.until > now())
        return Promise.reject(new KnownFailure({ kind: "recipientGone", why: no.why }));
      const known = opened.get(user);
      if (known !== undefined) return Promise.resolve(known);
      const under = opening.get(user) ?? open(user, kind).finally(() => opening.delete(user));
      opening.set(user, under);
      return under;
    },
    learn: (user, channel) => {
      refused.delete(user);
      owed.delete(user);
      setNewest(opened, user, channel, most);
    },
    failed: (user, error) => {
      const code = discordErrorOf(error);
      if (code === RESTJSONErrorCodes.UnknownChannel) opened.delete(user);
      if (refusals.includes(code))
        setNewest(refused, user, { until: now() + refusedForMs, why: `${code} remembered` }, most);
    },
  };
};
