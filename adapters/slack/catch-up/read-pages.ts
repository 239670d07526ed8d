import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Instant } from "../../../src/sla/instant.ts";
import type { StoredIn, StoredMessage } from "../../../src/chat/stored-messages.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Look } from "../../shared/find-deleted.ts";
import { isTooLarge } from "../../../src/chat/reading/capped-fetch.ts";
import { lenientList } from "../../shared/payload.ts";
import { mostTries, TriedEnough, type Retry } from "../../shared/retry.ts";
import { slackErrorOf } from "../errors.ts";

const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const reactionSchema = z.object({ name: z.string(), users: lenientList(z.string().min(1).max(64), 100).default([]) });
const messageSchema = z.looseObject({
  ts,
  subtype: z.string().optional(),
  thread_ts: ts.optional().catch(undefined),
  latest_reply: ts.optional().catch(undefined),
  edited: z.looseObject({ ts }).optional().catch(undefined),
  reactions: lenientList(reactionSchema, 50).optional().catch(undefined),
});
/** A message as Slack lists it. Its other fields are those of a message event. */
export type Listed = z.infer<typeof messageSchema>;

export const instantOf = (ts: string): Instant => Math.round(Number(ts) * 1000);

const messagesSchema = z
  .array(z.unknown())
  .transform((all) => all.flatMap((each) => messageSchema.safeParse(each).data ?? []));

/** The id from which on a place was read; empty if from the beginning. */
export interface Pages {
  readonly from: string;
  /** The oldest message that Slack listed, also one that was deleted; null if it listed none. */
  readonly oldest: string | null;
  /** The workspace's plan hides older messages. */
  readonly limited: boolean;
}

/** Called for each message of a page, without those that were deleted. A message may come twice. */
export type See = (message: Listed) => void;

interface ReadPagesDeps {
  readonly client: WebClient;
  readonly retry: Retry;
  /** Waits until the next call may be made; false when the adapter stops. */
  readonly mayCall: () => Promise<boolean>;
  /** Called if a place had more new messages than are read. */
  readonly capped: (channel: string) => void;
}

const pageSize = 200;
const mostMessages = 4_000;
/** Pages of long messages are small, so there may be more of them. */
const mostPages = 80;

/** Slack compares ids as numbers with six decimals, so text of the same length is compared alike. */
export const inOrder = (messages: readonly Listed[]): readonly Listed[] =>
  messages.toSorted((a, b) => Number(a.ts) - Number(b.ts));

/** A deleted message with replies stays as a stub. */
const isStub = ({ subtype }: Listed): boolean => subtype === "tombstone";

/** Passes pages on, and remembers how much was read. */
const createSeen = (see: See) => {
  let count = 0;
  let oldest: string | null = null;
  let newest: string | null = null;
  return {
    add: (messages: readonly Listed[]): void => {
      count += messages.length;
      for (const message of messages) {
        if (oldest === null || Number(message.ts) < Number(oldest)) oldest = message.ts;
        if (newest === null || Number(message.ts) > Number(newest)) newest = message.ts;
        if (!isStub(message)) see(message);
      }
    },
    count: () => count,
    oldest: () => oldest,
    newest: () => newest,
  };
};

const notThere: ReadonlySet<string | null> = new Set(["thread_not_found", "message_not_found"]);

/** Slack itself says in a short answer that it refuses the call. */
const isSlacks = (error: unknown): boolean =>
  [WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError].some((each) => error instanceof each);

/** How many messages the next page of a place may have. */
interface PageSize {
  most: number;
}

interface ThreadToRead {
  readonly channel: string;
  readonly thread: string;
  readonly size: PageSize;
  readonly see: See;
}

/**
 * Reads messages back by the Web API. Everything is null or `untold` if Slack refuses or the adapter stops. Pages throw
 * `TriedEnough` if Slack fails too often.
 */
export const createReadPages = ({ client, retry, mayCall, capped }: ReadPagesDeps) => {
  /**
   * Asks for half as many messages after an answer that was not read: with long messages it is cut off, or comes too late. `tooLong`: a
   * single message is too long.
   */
  const call = <T>(what: string, size: PageSize, ask: (limit: number) => Promise<T>): Promise<T | "tooLong" | null> =>
    retry(
      what,
      async () => {
        while (await mayCall()) {
          const limit = size.most;
          try {
            return await ask(limit);
          } catch (error) {
            if (!isSlacks(error)) size.most = Math.max(1, Math.floor(limit / 2));
            if (!isTooLarge(error)) throw error;
            if (limit === 1) return "tooLong";
          }
        }
        return null;
      },
      mostTries,
    );

  /** The newest messages of a channel that stand in no thread, and older ones until `until`. Those since `since` are new. */
  const history = async (
    channel: string,
    { since, until }: { readonly since: string; readonly until: string },
    see: See,
  ): Promise<Pages | null> => {
    const seen = createSeen(see);
    let limited = false;
    const pagesFrom = (from: string): Pages => ({ from, oldest: seen.oldest(), limited });
    let cursor = "";
    let isTooLong = false;
    const size: PageSize = { most: pageSize };
    for (let pages = 0; pages < mostPages && seen.count() < mostMessages; pages++) {
      const at = cursor;
      const page = await call(`what was written in ${channel}`, size, (limit) =>
        client.conversations.history({ channel, limit, ...(at === "" ? {} : { cursor: at }) }),
      );
      if (page === null) return null;
      isTooLong = page === "tooLong";
      if (page === "tooLong") break;
      seen.add(messagesSchema.parse(page.messages ?? []));
      limited ||= "is_limited" in page && page.is_limited === true;
      const oldest = seen.oldest();
      cursor = page.response_metadata?.next_cursor ?? "";
      if (page.has_more !== true || cursor === "") return pagesFrom("");
      if (oldest !== null && Number(oldest) < Number(until)) return pagesFrom(oldest);
    }
    if (isTooLong || Number(seen.oldest() ?? since) >= Number(since)) capped(channel);
    return pagesFrom(seen.oldest() ?? since);
  };

  /** `long`: the thread has more than one full page, and was asked for from its beginning. */
  const repliesFrom = async (
    { channel, thread, size, see }: ThreadToRead,
    from: string,
  ): Promise<Pages | "long" | null> => {
    const seen = createSeen(see);
    const pagesFrom = (first: string): Pages => ({ from: first, oldest: seen.oldest(), limited: false });
    let cursor = "";
    for (let pages = 0; pages < mostPages && seen.count() < mostMessages; pages++) {
      const at = cursor;
      const page = await call(`what was answered in ${channel}`, size, async (limit) => {
        try {
          return await client.conversations.replies({
            channel,
            ts: thread,
            limit,
            ...(from === "" ? {} : { oldest: from }),
            ...(at === "" ? {} : { cursor: at }),
          });
        } catch (error) {
          if (slackErrorOf(error) === "thread_not_found") return { messages: [], has_more: false };
          throw error;
        }
      });
      if (page === null) return null;
      if (page === "tooLong") break;
      seen.add(messagesSchema.parse(page.messages ?? []));
      cursor = ("response_metadata" in page ? page.response_metadata?.next_cursor : undefined) ?? "";
      if (page.has_more !== true || cursor === "") return pagesFrom(from);
      // The first page of a long thread is its oldest, so it does not say what is new.
      if (from === "" && seen.count() >= pageSize) return "long";
    }
    capped(channel);
    return pagesFrom(seen.newest() ?? from);
  };

  /** A thread, or what was written in a long one since a moment. */
  const replies = async (
    { channel, thread }: Pick<ThreadToRead, "channel" | "thread">,
    until: string,
    see: See,
  ): Promise<Pages | null> => {
    const place = { channel, thread, size: { most: pageSize }, see };
    const whole = await repliesFrom(place, "");
    const read = whole === "long" ? await repliesFrom(place, until) : whole;
    return read === "long" ? null : read;
  };

  /** Looks for one message. For the id of a reply, Slack returns that reply. */
  const look = async ({ id }: StoredMessage, place: StoredIn): Promise<Look> => {
    const channel = idOf(place.channel);
    const askFor = async (limit: number): Promise<Look> => {
      try {
        const { messages = [], has_more = false } = await client.conversations.replies({ channel, ts: id, limit });
        const own = messagesSchema.parse(messages).find((each) => each.ts === id);
        if (own !== undefined) return isStub(own) ? "gone" : "there";
        return has_more ? "untold" : "gone";
      } catch (error) {
        if (notThere.has(slackErrorOf(error))) return "gone";
        throw error;
      }
    };
    try {
      const answer = await call(`whether ${id} is still there`, { most: 100 }, askFor);
      return answer === "tooLong" || answer === null ? "untold" : answer;
    } catch (error) {
      if (error instanceof TriedEnough) return "untold";
      throw error;
    }
  };

  return { history, replies, look };
};
