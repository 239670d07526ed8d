import type { GatewayListener } from "./listener.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { Routes } from "discord.js";
import { z } from "zod";
import { errorKind } from "../../../src/chat/error-kind.ts";
import type { Core, Log } from "../../../src/chat/port.ts";
import { type Api, snowflakeAt } from "../api.ts";
import { createMessagesFound, soughtBeforeMs, type MessagesFound, type PlaceRead } from "../../shared/find-deleted.ts";
import { lenientList } from "../../shared/payload.ts";
import type { Allowance } from "../../shared/budget.ts";
import { createPace, type AttemptPause } from "../../shared/waiting.ts";
import { ticketEmoji } from "../inbound/picks-and-reactions.ts";
import { mostTries, tryEach, tryWhileAllFail, type Retry } from "../../shared/retry.ts";
import type { ChannelDirectory } from "./channels.ts";
import type { FindGone } from "./find-gone.ts";
import { createPlacesToRead, isNewer, type DiscordPlace } from "./places-to-read.ts";

interface CatchUpDeps {
  readonly core: Core;
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly listener: GatewayListener;
  readonly findGone: FindGone;
  readonly log: Log;
  readonly retry: Retry;
  readonly pause: AttemptPause;
  readonly self: () => string | null;
}

const pageSize = 100;
const maxPages = 20;
/** How many places are read at the same time. Deliveries need the rest of Discord's limit. */
const atOnce = 3;
/** How long (ms) before the absence a message may be written whose 🎫 or edit is read. */
const reactedWithinMs = 24 * 60 * 60_000;
/** How many messages are asked for their 🎫 at once. */
const reactionRequests: Allowance = { burst: 50, everyMs: 1_000 };
/** The most people whose 🎫 on one message is read; Discord's limit of a page. */
const mostPeople = 100;

const reactionSchema = z.object({ me: z.boolean().default(false), emoji: z.object({ name: z.string().nullish() }) });
const messageSchema = z.looseObject({
  id: z.string(),
  edited_timestamp: z.string().nullish(),
  reactions: lenientList(reactionSchema, 50).default([]),
});
const messagesSchema = z.array(messageSchema);
type Message = z.infer<typeof messageSchema>;
const peopleSchema = z.array(z.looseObject({ id: z.string() }));

/** The messages of a page; null if the place is deleted or cannot be read. */
type Page = readonly Message[] | null;

/** A message with a 🎫 of a person that the bot has not marked as a ticket. */
interface Marked {
  readonly channel: string;
  readonly id: string;
}

const inOrder = (messages: readonly Message[]): readonly Message[] =>
  messages.toSorted((a, b) => (isNewer(a.id, b.id) ? 1 : -1));

/** What one catch-up found besides messages and edits. */
interface Findings {
  readonly marked: Marked[];
  readonly read: PlaceRead[];
  readonly found: MessagesFound;
}

/**
 * Reads back what people did while Plazo was offline, because a new gateway session replays nothing. Each message, edit and 🎫
 * goes the normal way, so what was stored already is not stored twice. Discord lists no deletions, so messages that the desk has
 * and Discord does not show are looked for.
 */
export const createCatchUp = (deps: CatchUpDeps) => {
  const { api, listener, findGone, log, retry, pause } = deps;
  const { inServer, elsewhere } = createPlacesToRead(deps);

  const page = (channel: string, query: Readonly<Record<string, string>>): Promise<Page> => {
    const call = {
      method: "get",
      route: Routes.channelMessages(channel),
      query: new URLSearchParams({ ...query, limit: String(pageSize) }),
      limit: `history ${channel}`,
    } as const;
    return retry(`what was written in ${channel}`, () => api.call(call, messagesSchema), mostTries);
  };

  /**
   * Reads a place from its newest message back to `until`, so that the most pages leave out its oldest messages. Returns the id from which
   * on it was read, empty if from its beginning; null if it cannot be read.
   */
  const readPages = async (channel: string, until: string, see: (message: Message) => void): Promise<string | null> => {
    let before: string | undefined;
    for (let pages = 0; pages < maxPages; pages++) {
      const messages = await page(channel, before === undefined ? {} : { before });
      if (messages === null) return null;
      messages.forEach(see);
      before = inOrder(messages)[0]?.id;
      if (before === undefined || messages.length < pageSize) return "";
      if (!isNewer(before, until)) break;
    }
    return before ?? "";
  };

  /** Passes on the 🎫 of people on a message that the bot has not marked as a ticket. */
  const readReactions = async ({ channel, id }: Marked): Promise<void> => {
    const route = Routes.channelMessageReaction(channel, id, encodeURIComponent(ticketEmoji));
    const query = new URLSearchParams({ limit: String(mostPeople) });
    const call = { method: "get", route, query, limit: `reactions ${channel}` } as const;
    const people = await retry(`who marked ${id}`, () => api.call(call, peopleSchema), mostTries);
    for (const user of people ?? [])
      await listener.reaction(
        {
          user_id: user.id,
          channel_id: channel,
          message_id: id,
          member: { user },
          emoji: { name: ticketEmoji },
        },
        true,
      );
  };

  const readPlace = async ({ id: channel, stored }: DiscordPlace, since: Instant, into: Findings): Promise<void> => {
    const from = snowflakeAt(since);
    const until = snowflakeAt(since - reactedWithinMs);
    const written: Message[] = [];
    const edited: Message[] = [];
    const see = (message: Message): void => {
      const { id, edited_timestamp, reactions } = message;
      into.found.add({ channel: stored.channel, id });
      if (isNewer(id, from)) written.push(message);
      if (Date.parse(edited_timestamp ?? "") >= since) edited.push(message);
      const isMarked = reactions.some(({ me, emoji }) => emoji.name === ticketEmoji && !me);
      if (isMarked && isNewer(id, until)) into.marked.push({ channel, id });
    };
    try {
      const oldest = await readPages(channel, until, see);
      if (oldest === null) return;
      if (isNewer(oldest, from)) log.warn({ channel }, "discord.catch-up-capped");
      const soughtFrom = snowflakeAt(since - soughtBeforeMs);
      into.read.push({ place: stored, from: isNewer(oldest, soughtFrom) ? oldest : soughtFrom });
    } finally {
      // Also if Discord failed for an older page: it may fail for that page every time.
      for (const message of inOrder(written)) await listener.message({ channel_id: channel, ...message }, true);
      for (const message of inOrder(edited)) await listener.edit({ channel_id: channel, ...message });
    }
  };

  /**
   * The newest first: a 🎫 that opens no ticket stays unmarked, and must not keep newer ones waiting. Returns those for which
   * Discord failed.
   */
  const readMarked = (marked: readonly Marked[]): Promise<readonly Marked[]> => {
    const mayAsk = createPace(reactionRequests, pause);
    const newestFirst = marked.toSorted((a, b) => (isNewer(a.id, b.id) ? -1 : 1));
    return tryEach(newestFirst, async (each) => {
      if (await mayAsk()) await readReactions(each);
    });
  };

  const readPlaces = async (places: readonly DiscordPlace[], since: Instant): Promise<void> => {
    const into: Findings = { marked: [], read: [], found: createMessagesFound() };
    const read = (these: readonly DiscordPlace[]): Promise<readonly DiscordPlace[]> =>
      tryEach(these, (place) => readPlace(place, since, into), atOnce);
    const left = await tryWhileAllFail(await read(places), places.length, { again: read, pause });
    const unasked = await readMarked(into.marked.splice(0));
    for (const { id } of await read(left)) log.warn({ channel: id }, "discord.catch-up-place-unread");
    for (const { channel } of await readMarked([...unasked, ...into.marked]))
      log.warn({ channel }, "discord.catch-up-place-unread");
    await findGone(into.read, into.found);
    log.info({ places: places.length }, "discord.caught-up");
  };

  const readAll = async (guilds: readonly string[], since: Instant): Promise<void> => {
    const places: DiscordPlace[] = [];
    const servers = guilds.map((id) => ({ id }));
    const unlisted = await tryEach(servers, async ({ id }) => void places.push(...(await inServer(id, mostTries))));
    places.push(...(await elsewhere(places)));
    // Discord may have an outage for one server only, which is read when Discord lists its channels again.
    await Promise.all([
      readPlaces(places, since),
      ...unlisted.map(async ({ id }) => readPlaces(await inServer(id, Infinity), since)),
    ]);
  };

  return async (guilds: readonly string[], since: Instant): Promise<void> => {
    try {
      await readAll(guilds, since);
    } catch (error) {
      log.error({ err: errorKind(error) }, "discord.catch-up-failed");
    }
  };
};
