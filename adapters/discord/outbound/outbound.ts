import type { ButtonQuestions } from "./questions.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { MessageReferenceType, Routes, RESTJSONErrorCodes, type RawFile } from "discord.js";
import { z } from "zod";
import type { Card, MessageRef } from "../../../src/chat/card.ts";
import type { Attempt, Delivery } from "../../../src/chat/delivery.ts";
import type { Limits, ChatPort, LinkTo, Log } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { type Api, snowflakeAt } from "../api.ts";
import { createCardThreads, titleOf, type MissingThread } from "./card-threads.ts";
import type { DirectKind, Directs } from "./directs.ts";
import { createAttemptOutcomes, KnownFailure, withPlainFallback } from "../../shared/attempts.ts";
import { discordErrorOf, failureOf } from "../errors.ts";
import { withFiles, withMarks, renderCard, type DiscordContent } from "./render-card.ts";
import type { ForumPosts } from "../inbound/forum-posts.ts";
import { hasMarks, markedSchema, marksOf, nonceOf } from "./nonce.ts";
import { renderPlain } from "./render-plain.ts";
import type { ChannelDirectory } from "../gateway/channels.ts";
import type { Threads } from "./threads.ts";

interface DiscordOutboundDeps {
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly threads: Threads;
  readonly posts: ForumPosts;
  readonly directs: Directs;
  readonly log: Log;
  readonly now: () => Instant;
  readonly linkTo: LinkTo;
  readonly fetchFile: NonNullable<ChatPort["fetchFile"]>;
  /** The bot's own user id; null before Discord reports it. */
  readonly self: () => string | null;
  readonly questions: ButtonQuestions;
}

/** How long (ms) Discord recognizes a nonce. Within that, a repeated call returns the existing message. */
const nonceWindow = 120_000;
/** Discord's clock and this machine's may differ. */
const clockMargin = 60_000;
const pageSize = 100;
const maxPages = 10;

const messageSchema = z.object({ id: z.string() });
const editedSchema = z.object({ flags: z.number().default(0) });
const historySchema = z.array(markedSchema);

/** Where a message is posted: a channel, a thread, or a direct conversation as a reply to its root. */
interface Place {
  readonly channel: string;
  readonly answers: string | null;
}

/**
 * A bot may make fifty calls a second, some of which are for answers and edits. A channel usually allows five messages
 * and five edits in five seconds.
 */
const limits: Limits = {
  perPlace: { burst: 5, everyMs: 1_000 },
  edits: { in: "place", burst: 5, everyMs: 1_000 },
  perMinute: 2_400,
};

/** A message as Discord shows it now. `missing`: why its thread could not begin yet. */
interface Shown {
  readonly ref: MessageRef;
  readonly missing: MissingThread | null;
}

/** What is posted, and under which attempt. */
interface Posting {
  readonly card: Card;
  readonly attempt: Attempt;
  readonly files: readonly RawFile[];
}

/** The port, and direct messages that answer a person in private. The port's own direct messages come before those. */
export interface DiscordOutbound extends ChatPort {
  readonly tellAnswer: ChatPort["tell"];
}

/** Posts, edits and sends direct messages. Every error becomes a value. */
export const createOutbound = ({
  api,
  channels,
  threads,
  posts,
  directs,
  log,
  now,
  linkTo,
  fetchFile,
  self,
  questions,
}: DiscordOutboundDeps): DiscordOutbound => {
  const outcomes = createAttemptOutcomes(failureOf, now);
  const cardThreads = createCardThreads({ threads, channels, outcomes, log, now, linkTo });

  /** Sends the card as components, or as plain text if Discord refuses the components. */
  const sendCard = <T>(card: Card, send: (content: DiscordContent) => Promise<T>): Promise<T> => {
    questions.drawn(card);
    return withPlainFallback(
      {
        rich: () => renderCard(card, linkTo),
        plain: () => renderPlain(card),
        refused: (error) => log.error({ err: outcomes.failureOf(error).why }, "discord.card-refused"),
        isRefused: (error) => discordErrorOf(error) === RESTJSONErrorCodes.InvalidFormBodyOrContentType,
      },
      send,
    );
  };

  /** Looks for the message of an attempt with an unknown outcome. */
  const lookFor = async (channel: string, key: string, since: Instant): Promise<string | null> => {
    const marks = marksOf(channel, key);
    let after = snowflakeAt(since - clockMargin);
    for (let page = 0; page < maxPages; page++) {
      const found = await api.call(
        {
          method: "get",
          route: Routes.channelMessages(channel),
          query: new URLSearchParams({ after, limit: String(pageSize) }),
          limit: `history ${channel}`,
        },
        historySchema,
      );
      const ours = found.find((each) => each.author.id === self() && hasMarks(each, marks));
      if (ours !== undefined) return ours.id;
      if (found.length < pageSize) return null;
      after = found.map(({ id }) => id).reduce((a, b) => (BigInt(a) > BigInt(b) ? a : b));
    }
    throw new KnownFailure({ kind: "doubtful", why: "too many messages to look through" });
  };

  const write = async (
    { channel, answers }: Place,
    card: Card,
    { key, doubtfulSince }: Attempt,
    files: readonly RawFile[] = [],
  ): Promise<string> => {
    if (doubtfulSince !== undefined && now() - doubtfulSince >= nonceWindow) {
      const seen = await outcomes.stillInDoubt(() => lookFor(channel, key, doubtfulSince));
      if (seen !== null) return seen;
    }
    const posted = await sendCard(card, (content) =>
      api.call(
        {
          method: "post",
          route: Routes.channelMessages(channel),
          body: {
            ...withFiles(withMarks(content, marksOf(channel, key)), files),
            nonce: nonceOf(channel, key),
            enforce_nonce: true,
            ...(answers === null
              ? {}
              : {
                  message_reference: {
                    type: MessageReferenceType.Default,
                    message_id: answers,
                    fail_if_not_exists: false,
                  },
                }),
          },
          ...(files.length === 0 ? {} : { files: [...files] }),
          limit: `post ${channel}`,
        },
        messageSchema,
      ),
    );
    return posted.id;
  };

  const inThread = async (channel: string, root: string, { card, attempt, files }: Posting): Promise<string> => {
    await outcomes.postsNothing(() => threads.ensure(channel, root));
    const post = () => write({ channel: root, answers: null }, card, attempt, files);
    try {
      return await post();
    } catch (error) {
      // A person deleted the thread, but its root may still exist.
      if (discordErrorOf(error) !== RESTJSONErrorCodes.UnknownChannel) throw error;
      await outcomes.postsNothing(() => threads.ensure(channel, root, true));
      return post();
    }
  };

  /** Posts a card in a forum as a post of its own, whose thread is the conversation. */
  const writePost = async (guild: string, forum: string, card: Card, attempt: Attempt): Promise<string> => {
    const { key, doubtfulSince } = attempt;
    const marks = marksOf(forum, key);
    const seen =
      doubtfulSince === undefined
        ? null
        : await outcomes.stillInDoubt(() => posts.find(guild, forum, marks, doubtfulSince - clockMargin));
    if (seen !== null) return seen;
    const tags = await outcomes.postsNothing(() => posts.tags(forum));
    const post = await sendCard(card, (content) => posts.create(forum, titleOf(card), tags, withMarks(content, marks)));
    channels.learn(post, { is: "thread", guild, parent: forum });
    await cardThreads.addPeople(post, card);
    return post;
  };

  const known = async (channel: string) => {
    if (!/^\d{15,20}$/.test(channel)) throw new KnownFailure({ kind: "recipientGone", why: "no channel of Discord's" });
    return outcomes.postsNothing(() => channels.find(channel));
  };

  const delivered = async (show: () => Promise<Shown>): Promise<Delivery> => {
    let missing: MissingThread | null = null;
    const delivery = await outcomes.delivery(async () => {
      const shown = await show();
      missing = shown.missing;
      return shown.ref;
    });
    return delivery.ok && missing !== null ? { ...delivery, missing } : delivery;
  };

  const post = async (channel: string, thread: string | undefined, posting: Posting): Promise<Shown> => {
    const { card, attempt, files } = posting;
    const info = await known(channel);
    const shown = (id: string, missing: MissingThread | null = null): Shown => ({
      ref: { channel: `discord:${channel}`, id, ...(thread === undefined ? {} : { thread }) },
      missing,
    });
    if (info.is === "direct") return shown(await write({ channel, answers: thread ?? null }, card, attempt, files));
    if (thread !== undefined) return shown(await inThread(channel, thread, posting));
    if (info.is === "forum") {
      const begun = await writePost(info.guild, channel, card, attempt);
      return { ref: { channel: `discord:${channel}`, id: begun, thread: begun }, missing: null };
    }
    const id = await write({ channel, answers: null }, card, attempt);
    return shown(id, info.is === "channel" && info.takesThreads ? await cardThreads.begin(channel, id, card) : null);
  };

  /** Edits a message. Begins the thread of a card that could not begin when the card was posted. */
  const edit = async (ref: MessageRef, card: Card): Promise<Shown> => {
    const { id, thread } = ref;
    const info = await known(idOf(ref.channel));
    const channel = thread === undefined || info.is === "direct" ? idOf(ref.channel) : thread;
    const change = () =>
      sendCard(card, (body) =>
        api.call(
          { method: "patch", route: Routes.channelMessage(channel, id), body, limit: `edit ${channel}` },
          editedSchema,
        ),
      );
    const changed = async () => {
      try {
        return await change();
      } catch (error) {
        if (discordErrorOf(error) !== RESTJSONErrorCodes.InvalidActionOnArchivedThread) throw error;
        await threads.wake(channel);
        return change();
      }
    };
    const { flags } = await changed();
    const isRoot = thread === undefined && info.is === "channel" && info.takesThreads;
    return { ref, missing: isRoot ? await cardThreads.beginLate(channel, { id, flags }, card) : null };
  };

  const telling =
    (kind: DirectKind): ChatPort["tell"] =>
    (user, card, attempt) =>
      outcomes.delivery(async () => {
        try {
          const channel = await outcomes.postsNothing(() => directs.with(user, kind));
          const id = await write({ channel, answers: null }, card, attempt);
          directs.learn(user, channel);
          return { channel: `discord:${channel}`, id };
        } catch (error) {
          directs.failed(user, error);
          throw error;
        }
      });

  return {
    limits,
    post: ({ channel, thread }, card, attempt) =>
      delivered(() => post(idOf(channel), thread, { card, attempt, files: [] })),
    edit: (ref, card) => delivered(() => outcomes.postsNothing(() => edit(ref, card))),
    fetchFile,
    postFile: ({ channel, thread }, card, { name, type, bytes }, attempt) =>
      delivered(() => {
        // Discord shows a file in a message only if its name is plain.
        const plain = name.replaceAll(/[^\w.-]+/g, "_").slice(-100) || "file";
        const file = { name: plain, data: Buffer.from(bytes), ...(type === "" ? {} : { contentType: type }) };
        return post(idOf(channel), thread, { card, attempt, files: [file] });
      }),
    tell: telling("owed"),
    tellAnswer: telling("answer"),
  };
};
