import { errorKind } from "../../../src/chat/error-kind.ts";
import type { Core, Log } from "../../../src/chat/port.ts";
import type { StoredIn } from "../../../src/chat/stored-messages.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { idOf, type ChannelRef } from "../../../src/tickets/refs.ts";
import type { WebClient } from "@slack/web-api";
import type { Allowance } from "../../shared/budget.ts";
import {
  createFindDeleted,
  createMessagesFound,
  deletionByUnknown,
  soughtBeforeMs,
  type PlaceRead,
} from "../../shared/find-deleted.ts";
import { createRetry, tryEach, tryWhileAllFail } from "../../shared/retry.ts";
import { createPace, type AttemptPause } from "../../shared/waiting.ts";
import { failureOf } from "../errors.ts";
import type { TakeEvent } from "../receive/listen.ts";
import { createPlacesToRead, type SlackPlace } from "./places-to-read.ts";
import { createReadPages, inOrder, instantOf, type Listed } from "./read-pages.ts";

interface CatchUpDeps {
  readonly core: Core;
  readonly client: WebClient;
  readonly takes: Readonly<Record<"message" | "reaction", TakeEvent>>;
  readonly team: () => string;
  readonly botUser: () => string | null;
  readonly log: Log;
  readonly now: () => Instant;
  readonly pause: AttemptPause;
}

/**
 * How many calls are made at once. Slack allows an internal app 50 calls a minute of each of these methods, and other work needs
 * some of them.
 */
const calls: Allowance = { burst: 20, everyMs: 2_000 };
/** The longest time (ms) that is read back. */
export const longestAbsence = 24 * 60 * 60_000;
/** How long (ms) before the absence a message may be written whose 🎫 or edit is read. Older messages are not read. */
const beforeMs = 24 * 60 * 60_000;

const tsAt = (at: Instant): string => `${Math.floor(at / 1000)}.${String(Math.floor(at % 1000)).padStart(3, "0")}000`;
const newest = (...ids: readonly string[]): string =>
  ids.reduce((one, other) => (Number(other) > Number(one) ? other : one));

const hasTicketEmoji = ({ reactions = [] }: Listed): boolean => reactions.some(({ name }) => name === "ticket");

/** Whether something about the message may be new. The others are not kept in memory. */
const mayBeNew = (message: Listed, since: Instant): boolean => {
  const wroteAt = instantOf(message.ts);
  const isEdited = instantOf(message.edited?.ts ?? "0") >= since;
  return wroteAt >= since || isEdited || (wroteAt >= since - beforeMs && hasTicketEmoji(message));
};

/**
 * Reads back what people did on Slack during an absence that Slack's own retries do not cover. It reads the desk's channels, threads
 * in them, direct conversations and the threads of tickets. Each message, edit and 🎫 goes the way of a live event, so what was stored already is
 * not stored twice. Messages that the desk has and Slack does not show are looked for.
 */
export const createCatchUp = ({ core, client, takes, team, botUser, log, now, pause }: CatchUpDeps) => {
  const retry = createRetry({ log, event: "slack.retry", failureOf, now, pause });

  const take = (what: string, deliver: TakeEvent, event: object): Promise<unknown> =>
    retry(what, () => deliver({ type: "event_callback", team_id: team(), event }, "readBack"));

  const takeMessage = (channel: string, message: Listed): Promise<unknown> =>
    take("a message", takes.message, { ...message, type: "message", channel, event_ts: message.ts });

  const takeEdit = (channel: string, message: Listed, edited: string): Promise<unknown> =>
    take("an edit", takes.message, {
      type: "message",
      subtype: "message_changed",
      channel,
      event_ts: edited,
      message,
    });

  const takeReactions = async (channel: string, message: Listed): Promise<void> => {
    const people = (message.reactions ?? []).filter(({ name }) => name === "ticket").flatMap(({ users }) => users);
    // The bot marks what became a ticket.
    if (people.includes(botUser() ?? "")) return;
    const item = { type: "message", channel, ts: message.ts };
    for (const user of people)
      await take("a reaction", takes.reaction, {
        type: "reaction_added",
        reaction: "ticket",
        user,
        item,
        event_ts: tsAt(now()),
      });
  };

  const takeAll = async (channel: string, messages: readonly Listed[], since: Instant): Promise<void> => {
    for (const message of messages) {
      const wroteAt = instantOf(message.ts);
      if (wroteAt >= since) await takeMessage(channel, message);
      const edited = message.edited?.ts;
      if (edited !== undefined && instantOf(edited) >= since) await takeEdit(channel, message, edited);
      if (wroteAt >= since - beforeMs) await takeReactions(channel, message);
    }
  };

  /** Stores that a message was deleted. Slack does not say by whom. */
  const deleted = async (id: string, { channel, ...place }: StoredIn): Promise<void> => {
    const event = deletionByUnknown(
      {
        channel,
        id,
        thread: place.is === "thread" && place.thread !== id ? place.thread : null,
        direct: idOf(channel).startsWith("D"),
      },
      { key: `slack:del:${idOf(channel)}:${id}`, at: now() },
    );
    await retry("a deletion", async () => {
      if (core.acknowledge(event).kind === "work") await core.accept(event, undefined, true);
    });
  };

  const known = async <T>(what: string, ask: () => Promise<readonly T[]> | undefined): Promise<readonly T[]> =>
    (await retry(what, async () => (await ask()) ?? [])) ?? [];

  let running: Promise<void> | null = null;
  /** Since when the next catch-up must read; null if none was asked for. */
  let wanted: Instant | null = null;

  const readAll = async (since: Instant): Promise<void> => {
    const mayCall = createPace(calls, pause);
    const capped = (channel: string): void => log.warn({ channel }, "slack.catch-up-capped");
    const { history, replies, look } = createReadPages({ client, retry, mayCall, capped });
    const places = createPlacesToRead({ core, client, retry, mayCall, log });
    const read: PlaceRead[] = [];
    /** The oldest message that Slack listed in each channel. Slack may hide everything older. */
    const oldestIn = new Map<ChannelRef, string>();
    const found = createMessagesFound();
    const range = { since: tsAt(since), until: tsAt(since - beforeMs) };
    const readPlace = async (place: SlackPlace): Promise<void> => {
      const { channel, thread, stored } = place;
      const kept = new Map<string, Listed>();
      const see = (message: Listed): void => {
        found.add({ channel: stored.channel, id: message.ts });
        if (thread === null) places.noteThread(stored.channel, message, { since, until: since - beforeMs });
        if (mayBeNew(message, since)) kept.set(message.ts, message);
      };
      try {
        const pages = await (thread === null
          ? history(channel, range, see)
          : replies({ channel, thread }, range.until, see));
        if (pages === null) return;
        const { oldest } = pages;
        const before = oldestIn.get(stored.channel);
        if (oldest !== null && (before === undefined || Number(oldest) < Number(before)))
          oldestIn.set(stored.channel, oldest);
        if (!pages.limited) read.push({ place: stored, from: pages.from });
      } finally {
        // Also if Slack failed for an older page: it may fail for that page every time.
        await takeAll(channel, inOrder([...kept.values()]), since);
      }
    };
    const readEach = (these: readonly SlackPlace[]): Promise<readonly SlackPlace[]> => tryEach(these, readPlace);
    const { channels, threads } = await places.known();
    const failed = [...(await readEach(channels))];
    const quiet = threads.filter(places.isQuiet);
    const others = [...threads.filter((each) => !quiet.includes(each)), ...places.otherThreads()];
    failed.push(...(await readEach(others)));
    const all = channels.length + others.length;
    const left = await tryWhileAllFail(failed, all, { again: readEach, pause });
    // Slack works now, at least for one place.
    const later = [...(await places.otherDirects()), ...quiet];
    const notYet = [...left, ...(await readEach(later))];
    const unread = [
      ...(await readEach(notYet)),
      ...(await readEach([...places.otherThreads(), ...places.recentThreads()])),
    ];
    for (const { channel, thread } of unread) log.warn({ channel, thread }, "slack.catch-up-place-unread");
    const storedMessages: NonNullable<Core["storedMessages"]> = (...asked) =>
      known("the stored messages", () => core.storedMessages?.(...asked));
    const sought = read.flatMap(({ place, from }) => {
      const oldest = oldestIn.get(place.channel);
      return oldest === undefined ? [] : [{ place, from: newest(from, oldest, tsAt(since - soughtBeforeMs)) }];
    });
    // The messages of a new absence do not wait for the search, which is then made for both.
    const ended = (): boolean => pause.ended() || wanted !== null;
    const untilNext: AttemptPause = Object.assign((ms: number) => pause(ms), { end: pause.end, ended });
    await createFindDeleted({ storedMessages, look, deleted, pause: untilNext })(sought, found);
    if (wanted !== null) wanted = Math.min(wanted, since);
    if (!pause.ended()) log.info({ places: all + later.length }, "slack.caught-up");
  };

  const run = async (): Promise<void> => {
    while (wanted !== null && !pause.ended()) {
      const since = Math.max(wanted, now() - longestAbsence);
      wanted = null;
      try {
        await readAll(since);
      } catch (error) {
        log.error({ err: errorKind(error) }, "slack.catch-up-failed");
      }
    }
    running = null;
  };

  return {
    /**
     * Reads back what happened since then, a day at most. Resolves when that has ended. A second absence is read after the messages of
     * the first.
     */
    since: (at: Instant): Promise<void> => {
      wanted = Math.min(wanted ?? at, at);
      return (running ??= run());
    },
    /** Resolves when it has ended, which the pause of the adapter brings about. */
    ended: async (): Promise<void> => {
      await running;
    },
  };
};
