import type { Instant } from "../../../src/sla/instant.ts";
import type { WebClient } from "@slack/web-api";
import type { Card, MessageRef } from "../../../src/chat/card.ts";
import type { Attempt } from "../../../src/chat/delivery.ts";
import type { Limits, ChatPort, LinkTo, Log } from "../../../src/chat/port.ts";
import { idOf, type UserRef } from "../../../src/tickets/refs.ts";
import { aboutBlocks, failureOf, slackErrorOf } from "../errors.ts";
import { KnownFailure, createAttemptOutcomes, withPlainFallback } from "../../shared/attempts.ts";
import { renderCard, renderPlain, type SlackContent } from "./render-card.ts";
import { showable } from "../../../src/chat/text.ts";
import { uploadFile } from "../inbound/files.ts";
import { escapedWithin } from "../inbound/text.ts";

interface SlackOutboundDeps {
  readonly client: WebClient;
  readonly log: Log;
  readonly now: () => Instant;
  readonly linkTo: LinkTo;
  readonly fetchFile?: NonNullable<ChatPort["fetchFile"]>;
}

const metadataType = "plazo";
const pageSize = 200;
const maxPages = 10;
/**
 * How long (ms) a look may take before the post after it. A call takes up to four seconds, and an attempt may begin six
 * seconds into its lease of 15 s. The next holder of the lease must not post at the same time.
 */
const lookMs = 4_000;
/** Slack's clock and this machine's may differ. */
const clockMargin = 60_000;

/**
 * Slack's rate limits: one message a second per channel with short bursts, several hundred a minute per workspace.
 * `chat.update` is tier 3: more than fifty a minute per workspace.
 */
const limits: Limits = {
  perPlace: { burst: 5, everyMs: 1_000 },
  edits: { in: "platform", burst: 20, everyMs: 2_000 },
  perMinute: 400,
};

/** Posts, edits and sends direct messages. Every error becomes a value. */
export const createOutbound = ({ client, log, now, linkTo, fetchFile }: SlackOutboundDeps): ChatPort => {
  const outcomes = createAttemptOutcomes(failureOf, now);
  const directs = new Map<UserRef, string>();
  /** Until when a method (in a channel) must not be called, because Slack limits each separately. */
  const limitedUntil = new Map<string, Instant>();

  const calling = async <T>(key: string, call: () => Promise<T>): Promise<T> => {
    const until = limitedUntil.get(key) ?? 0;
    if (until > now()) throw new KnownFailure({ kind: "waitUntil", until, why: "rate limited" });
    limitedUntil.delete(key);
    try {
      return await call();
    } catch (error) {
      const failure = outcomes.failureOf(error);
      if (failure.kind === "waitUntil") limitedUntil.set(key, failure.until);
      throw error;
    }
  };

  /** Sends the card as blocks, or as plain text if Slack refuses the blocks. */
  const sendCard = <T>(card: Card, send: (content: SlackContent) => Promise<T>): Promise<T> =>
    withPlainFallback(
      {
        rich: () => renderCard(card, linkTo),
        plain: () => ({ text: renderPlain(card), blocks: [] }),
        refused: (error) => log.error({ err: outcomes.failureOf(error).why }, "slack.card-refused"),
        isRefused: (error) => aboutBlocks.has(slackErrorOf(error) ?? ""),
      },
      send,
    );

  const refOf = (channel: string, id: string | undefined, thread: string | undefined): MessageRef => {
    if (id === undefined) throw new KnownFailure({ kind: "doubtful", why: "an answer without a message" });
    return { channel: `slack:${channel}`, id, ...(thread === undefined ? {} : { thread }) };
  };

  /** Looks for the message of an attempt with an unknown outcome. */
  const lookFor = async (
    channel: string,
    thread: string | undefined,
    key: string,
    since: Instant,
  ): Promise<string | null> => {
    const oldest = String((since - clockMargin) / 1000);
    let cursor: string | undefined;
    for (let page = 0; page < maxPages; page++) {
      const asked = {
        channel,
        oldest,
        limit: pageSize,
        include_all_metadata: true,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const found =
        thread === undefined
          ? await calling("conversations.history", () => client.conversations.history(asked))
          : await calling("conversations.replies", () => client.conversations.replies({ ...asked, ts: thread }));
      for (const { ts, metadata } of found.messages ?? []) {
        const payload: unknown = metadata?.event_payload;
        if (
          ts !== undefined &&
          metadata?.event_type === metadataType &&
          typeof payload === "object" &&
          payload !== null &&
          "key" in payload &&
          payload.key === key
        )
          return ts;
      }
      cursor = found.response_metadata?.next_cursor;
      if (cursor === undefined || cursor === "") return null;
    }
    throw new KnownFailure({ kind: "doubtful", why: "too many messages to look through" });
  };

  const write = async (
    channel: string,
    thread: string | undefined,
    card: Card,
    attempt: Attempt,
  ): Promise<MessageRef> => {
    if (attempt.doubtfulSince !== undefined) {
      const began = now();
      const seen = await outcomes.stillInDoubt(() => lookFor(channel, thread, attempt.key, attempt.doubtfulSince ?? 0));
      if (seen !== null) return refOf(channel, seen, thread);
      if (now() - began > lookMs) throw new KnownFailure({ kind: "doubtful", why: "the look took too long" });
    }
    const posted = await sendCard(card, (content) =>
      calling(`chat.postMessage ${channel}`, () =>
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- Slack's, not the browser's
        client.chat.postMessage({
          channel,
          ...content,
          metadata: { event_type: metadataType, event_payload: { key: attempt.key } },
          unfurl_links: false,
          unfurl_media: false,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        }),
      ),
    );
    return refOf(channel, posted.ts, thread);
  };

  const directWith = async (user: UserRef): Promise<string> => {
    const known = directs.get(user);
    if (known !== undefined) return known;
    const opened = await calling("conversations.open", () => client.conversations.open({ users: idOf(user) }));
    const id = opened.channel?.id;
    if (id === undefined) throw new KnownFailure({ kind: "tryAgain", why: "no direct conversation" });
    directs.set(user, id);
    return id;
  };

  return {
    limits,
    post: ({ channel, thread }, card, attempt) => outcomes.delivery(() => write(idOf(channel), thread, card, attempt)),
    edit: async (ref, card) => {
      const channel = idOf(ref.channel);
      const update = () =>
        sendCard(card, (content) =>
          calling("chat.update", () => client.chat.update({ channel, ts: ref.id, ...content })),
        );
      return outcomes.delivery(() => outcomes.postsNothing(async () => (await update(), ref)));
    },
    ...(fetchFile === undefined ? {} : { fetchFile }),
    // Files are shared at least once, because Slack offers nothing by which a shared file can be found again.
    postFile: async ({ channel, thread }, card, file) => {
      let id = "";
      const uploaded = await outcomes.delivery(() =>
        outcomes.postsNothing(async () => ({
          channel,
          id: (id = await calling("files", () => uploadFile(client, file))),
        })),
      );
      if (!uploaded.ok) return uploaded;
      return outcomes.delivery(async () => {
        await calling("files.completeUploadExternal", () =>
          client.files.completeUploadExternal({
            files: [{ id, title: file.name }],
            channel_id: idOf(channel),
            initial_comment: escapedWithin(showable(card.summary), 3_000),
            ...(thread === undefined ? {} : { thread_ts: thread }),
          }),
        );
        return refOf(idOf(channel), id, thread);
      });
    },
    tell: async (user, card, attempt) => {
      let direct = "";
      const opened = await outcomes.delivery(() =>
        outcomes.postsNothing(async () => ({ channel: `slack:${(direct = await directWith(user))}`, id: "" })),
      );
      if (!opened.ok) return opened;
      const delivery = await outcomes.delivery(() => write(direct, undefined, card, attempt));
      if (!delivery.ok && delivery.failure.kind === "recipientGone") directs.delete(user);
      return delivery;
    },
  };
};

/** Adds the 🎫 reaction to a message. */
export const createMark =
  (client: WebClient, log: Log) =>
  async ({ channel, id }: MessageRef): Promise<void> => {
    try {
      await client.reactions.add({ channel: idOf(channel), timestamp: id, name: "ticket" });
    } catch (error) {
      const why = slackErrorOf(error) ?? "unknown";
      if (why !== "already_reacted") log.warn({ err: why }, "slack.mark-failed");
    }
  };
