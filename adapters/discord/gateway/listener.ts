import type { GoneMessage } from "../../shared/find-deleted.ts";
import type { ChannelDirectory } from "./channels.ts";
import type { Directs } from "../outbound/directs.ts";
import type { ButtonQuestions } from "../outbound/questions.ts";
import type { Replies } from "../outbound/replies.ts";
import type { AttemptPause } from "../../shared/waiting.ts";
import type { Retry } from "../../shared/retry.ts";
import type { LatestRoot } from "../inbound/latest-root.ts";
import type { IsHome } from "./homes.ts";
import type { Drafts } from "../inbound/drafts.ts";
import type { Core, Log } from "../../../src/chat/port.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { isWithin, payloadAtMost } from "../../../src/chat/reading/is-within.ts";
import type { Refusals } from "../../../src/chat/refusals.ts";

export interface ListenerDeps {
  readonly core: Core;
  readonly replies: Replies;
  readonly drafts: Drafts;
  readonly questions: ButtonQuestions;
  readonly channels: ChannelDirectory;
  readonly directs: Pick<Directs, "learn">;
  readonly latestRoot: LatestRoot;
  readonly log: Log;
  readonly now: () => Instant;
  readonly pause: AttemptPause;
  readonly retry: Retry;
  readonly self: () => string | null;
  /** The roles with the bot's name. */
  readonly ownRoles: () => readonly string[];
  readonly isHome: IsHome;
}

/** Processes the gateway's events. No method rejects, because Discord does not deliver an event again. */
export interface GatewayListener {
  interaction(body: unknown): Promise<void>;
  /**
   * Resolves when the message was stored, when Plazo ignores it, or when the adapter stops. `isLate`: it was read back, so its
   * author gets no private hint.
   */
  message(body: unknown, isLate?: boolean): Promise<void>;
  /** The same for an emoji on a message. */
  reaction(body: unknown, isLate?: boolean): Promise<void>;
  edit(body: unknown): Promise<void>;
  deletion(body: unknown): Promise<void>;
  gone(message: GoneMessage): Promise<void>;
}

/** Refuses payloads that are too deep or too large, before the listener reads them. */
export const withinBounds = (listener: GatewayListener, refusals: Refusals): GatewayListener => {
  const bounded =
    (take: (body: unknown, isLate?: boolean) => Promise<void>) => async (body: unknown, isLate?: boolean) => {
      if (isWithin(body, payloadAtMost)) return take(body, isLate);
      refusals("tooComplex", {}, "discord.payload-refused");
    };
  return {
    interaction: bounded(listener.interaction),
    message: bounded(listener.message),
    reaction: bounded(listener.reaction),
    edit: bounded(listener.edit),
    deletion: bounded(listener.deletion),
    gone: listener.gone,
  };
};
