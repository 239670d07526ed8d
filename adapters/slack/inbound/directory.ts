import type { WebClient } from "@slack/web-api";
import { placesWith, type Listing, type NamedPlace } from "../../../src/chat/directory.ts";
import type { ChatPort } from "../../../src/chat/port.ts";
import type { Instant } from "../../../src/sla/instant.ts";
import { failureOf } from "../errors.ts";

/** Slack asks for fewer than 1,000 of a list at once, and answers about twenty such calls a minute. */
const pageSize = 900;
const pagesAtMost = 15;

/** A list is read again after this time (ms); after the shorter one if it does not have what a person looks for. */
const rememberMs = 5 * 60_000;
const rememberMissingMs = 15_000;

interface Page {
  readonly places: readonly NamedPlace[];
  /** Where the next page begins; null after the last one. */
  readonly next: string | null;
}

/** A list that is read page by page. `cursor` is null when it is complete. */
interface List {
  readonly places: readonly NamedPlace[];
  readonly cursor: string | null;
  readonly readAt: Instant;
}

type Read = (cursor: string | undefined) => Promise<Page>;

/**
 * Looks things up in one list of the workspace. Slack has no search for bots, so the whole list is read and remembered. A rate
 * limit ends the reading: what was read so far is searched, and the next look-up reads on.
 */
const createLookUp = (read: Read, now: () => Instant): ((text: string) => Promise<Listing>) => {
  let list: List | null = null;
  let waitUntil: Instant = 0;
  let reading: Promise<string | null> | null = null;

  /** Reads a list to its end, or what is missing of it. Returns why it could not; null if it is complete. */
  const readOn = async (from: List | null): Promise<string | null> => {
    if (now() < waitUntil) return "rate limited";
    let begun: List = from ?? { places: [], cursor: "", readAt: now() };
    try {
      for (let pages = 0; pages < pagesAtMost && begun.cursor !== null; pages += 1) {
        const { places, next } = await read(begun.cursor === "" ? undefined : begun.cursor);
        begun = { ...begun, places: [...begun.places, ...places], cursor: next };
        // An older list that is complete serves until the new one is.
        if (list?.cursor !== null || begun.cursor === null) list = begun;
      }
      return null;
    } catch (error) {
      const failure = failureOf(error, now());
      if (failure.kind === "waitUntil") waitUntil = failure.until;
      return failure.why;
    }
  };

  /** Look-ups at the same time share one reading. */
  const refresh = async (): Promise<string | null> => {
    const unfinished = list !== null && list.cursor !== null ? list : null;
    reading ??= readOn(unfinished).finally(() => (reading = null));
    return reading;
  };

  return async (text) => {
    const isOlder = (ms: number): boolean => list === null || list.cursor !== null || now() - list.readAt >= ms;
    let why = isOlder(rememberMs) ? await refresh() : null;
    if (list !== null && placesWith(list.places, text).found.length === 0 && isOlder(rememberMissingMs))
      why = await refresh();
    if (list === null) return { ok: false, why: why ?? "unknown" };
    const listing = placesWith(list.places, text);
    if (why !== null && listing.found.length === 0) return { ok: false, why };
    return { ...listing, more: listing.more || list.cursor !== null };
  };
};

/** The people and channels of the workspace. Deactivated people, bots and archived channels are left out. */
export const createDirectory = (
  client: WebClient,
  now: () => Instant,
): Required<Pick<ChatPort, "findPeople" | "findChannels">> => ({
  findPeople: createLookUp(async (cursor) => {
    const answer = await client.users.list({ limit: pageSize, ...(cursor === undefined ? {} : { cursor }) });
    const places = (answer.members ?? []).flatMap(({ id, name, deleted, is_bot, real_name, profile }): NamedPlace[] => {
      if (id === undefined || deleted === true || is_bot === true || id === "USLACKBOT") return [];
      const names = [profile?.display_name, profile?.real_name, real_name, name].flatMap((each) => each || []);
      return [{ ref: `slack:${id}`, name: names[0] ?? id, also: names.slice(1), hasBot: null }];
    });
    return { places, next: answer.response_metadata?.next_cursor || null };
  }, now),
  findChannels: createLookUp(async (cursor) => {
    const answer = await client.conversations.list({
      types: "public_channel,private_channel",
      exclude_archived: true,
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const places = (answer.channels ?? []).flatMap(({ id, name, is_member }): NamedPlace[] =>
      id === undefined ? [] : [{ ref: `slack:${id}`, name: `#${name ?? id}`, also: [], hasBot: is_member === true }],
    );
    return { places, next: answer.response_metadata?.next_cursor || null };
  }, now),
});
