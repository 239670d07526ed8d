import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { Core, Log } from "../../../src/chat/port.ts";
import type { StoredIn } from "../../../src/chat/stored-messages.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { idOf, type ChannelRef } from "../../../src/tickets/refs.ts";
import { mostTries, TriedEnough, type Retry } from "../../shared/retry.ts";
import { instantOf, type Listed } from "./read-pages.ts";

interface PlacesDeps {
  readonly core: Core;
  readonly client: WebClient;
  readonly retry: Retry;
  /** Waits until the next call may be made; false when the adapter stops. */
  readonly mayCall: () => Promise<boolean>;
  readonly log: Log;
}

/** The most threads of tickets that are read, and of other threads, the ones with the newest activity first. */
const mostThreads = 200;
/** The most direct conversations that are read: of those with recent messages, and of others, the newest first. */
const mostDirects = 200;
/** How many pages of Slack's list of direct conversations are read, and how many entries a page may have. */
const mostPages = 20;
const pageSize = 999;

const directsSchema = z.array(z.object({ id: z.string(), created: z.number().optional().catch(undefined) }));

/** A channel, a thread or a direct conversation on Slack, and the messages of the desk there. */
export interface SlackPlace {
  readonly channel: string;
  /** Null for what stands in no thread. */
  readonly thread: string | null;
  readonly stored: StoredIn;
}

/** A thread of no ticket that the desk named, and when its newest reply was written. */
interface OtherThread {
  readonly place: SlackPlace;
  readonly latest: Instant;
}

const keyOf = ({ channel, thread }: SlackPlace): string => `${channel} ${thread}`;
const wholeOf = (is: "roots" | "whole", channel: ChannelRef): SlackPlace => ({
  channel: idOf(channel),
  thread: null,
  stored: { is, channel },
});
const threadOf = (channel: ChannelRef, thread: string): SlackPlace => ({
  channel: idOf(channel),
  thread,
  stored: { is: "thread", channel, thread },
});

/** Names what is read back, most urgent first. Other threads are known only when their channel was read. */
export const createPlacesToRead = ({ core, client, retry, mayCall, log }: PlacesDeps) => {
  const known = new Set<string>();
  /** Threads whose first message says that they have no new reply. They may still have edits and deletions. */
  const quiet = new Set<string>();
  const others = new Map<string, OtherThread>();
  /** Threads of no ticket without new replies. A 🎫 or an edit on a reply of the day before the absence may be new. */
  const recent = new Map<string, OtherThread>();

  const ask = async <T>(what: string, work: () => Promise<readonly T[]> | undefined): Promise<readonly T[]> =>
    (await retry(what, async () => (await work()) ?? [])) ?? [];

  const atMost = <T>(all: readonly T[], most: number, places: "threads" | "direct conversations"): readonly T[] => {
    if (all.length > most) log.info({ places, most }, "slack.catch-up-capped");
    return all.slice(0, most);
  };

  /** Those with the newest replies first. */
  const takeNoted = (threads: Map<string, OtherThread>): readonly SlackPlace[] => {
    const noted = [...threads.values()].toSorted((a, b) => b.latest - a.latest).map(({ place }) => place);
    threads.clear();
    for (const place of noted) known.add(keyOf(place));
    return noted;
  };

  const listed = async (): Promise<z.infer<typeof directsSchema>> => {
    const all: z.infer<typeof directsSchema> = [];
    let cursor = "";
    for (let pages = 0; pages < mostPages && (await mayCall()); pages++) {
      const at = cursor === "" ? {} : { cursor };
      const page = await client.users.conversations({ types: "im", limit: pageSize, ...at });
      all.push(...directsSchema.parse(page.channels ?? []));
      cursor = page.response_metadata?.next_cursor ?? "";
      if (cursor === "") break;
    }
    return all;
  };

  return {
    /** The desk's channels and direct conversations with recent messages, and the threads of tickets. */
    known: async (): Promise<{ readonly channels: readonly SlackPlace[]; readonly threads: readonly SlackPlace[] }> => {
      const directs = await ask("the direct conversations", () => core.directs?.("slack", mostDirects + 1));
      const used = await ask("the threads of tickets", () => core.threadsInUse?.("slack", mostThreads + 1));
      const channels = [
        ...(core.channels?.("slack") ?? []).map((channel) => wholeOf("roots", channel)),
        ...atMost(directs, mostDirects, "direct conversations").map((channel) => wholeOf("whole", channel)),
      ];
      const threads = atMost(used, mostThreads, "threads").map(({ channel, thread }) => threadOf(channel, thread));
      for (const place of [...channels, ...threads]) known.add(keyOf(place));
      return { channels, threads };
    },
    isQuiet: (place: SlackPlace): boolean => quiet.has(keyOf(place)),
    /** Takes note of the thread below a message of a channel. Replies before `until` are not read. */
    noteThread: (
      channel: ChannelRef,
      { ts, latest_reply }: Listed,
      { since, until }: { readonly since: Instant; readonly until: Instant },
    ): void => {
      const place = threadOf(channel, ts);
      const latest = instantOf(latest_reply ?? "0");
      if (latest < since) quiet.add(keyOf(place));
      if (latest < until || known.has(keyOf(place))) return;
      (latest < since ? recent : others).set(keyOf(place), { place, latest });
    },
    /** The threads with new replies that were noted since the last call. */
    otherThreads: (): readonly SlackPlace[] => {
      const noted = takeNoted(others);
      if (noted.length > mostThreads) log.warn({ unread: noted.length - mostThreads }, "slack.catch-up-capped");
      return noted.slice(0, mostThreads);
    },
    /** The threads without new replies that were noted since the last call. */
    recentThreads: (): readonly SlackPlace[] => atMost(takeNoted(recent), mostThreads, "threads"),
    /**
     * Other direct conversations of the bot, for example with a person who never wrote before. None if Slack fails, or if the app has
     * no scope `im:read`.
     */
    otherDirects: async (): Promise<readonly SlackPlace[]> => {
      const all = await retry("the list of direct conversations", listed, mostTries).catch((error: unknown) => {
        if (error instanceof TriedEnough) return null;
        throw error;
      });
      const newestFirst = (all ?? []).toSorted((a, b) => (b.created ?? 0) - (a.created ?? 0));
      const unknown = newestFirst
        .map(({ id }) => wholeOf("whole", `slack:${id}`))
        .filter((each) => !known.has(keyOf(each)));
      for (const place of unknown) known.add(keyOf(place));
      return atMost(unknown, mostDirects, "direct conversations");
    },
  };
};
