import { RESTJSONErrorCodes, Routes } from "discord.js";
import { z } from "zod";
import type { StoredIn, StoredMessage } from "../../../src/chat/stored-messages.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Look } from "../../shared/find-deleted.ts";
import type { Api } from "../api.ts";
import { discordErrorOf } from "../errors.ts";
import { mostTries, TriedEnough, type Retry } from "../../shared/retry.ts";
import type { ChannelDirectory } from "./channels.ts";

interface LookForDeps {
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly retry: Retry;
}

const anything = z.unknown();

/**
 * Returns a function that asks Discord for single messages. Discord answers a list of messages without an error if the bot may not
 * read there, but it refuses a single one. A place that is deleted or refused is not asked again. The tickets keep the messages of a
 * deleted channel or thread: the person who deleted it tidied the server, and the authors deleted nothing.
 */
export const createLookFor = ({ api, channels, retry }: LookForDeps) => {
  const closed = new Set<string>();

  const lookIn = async (place: string, id: string): Promise<Look> => {
    if (closed.has(place)) return "untold";
    const call = { method: "get", route: Routes.channelMessage(place, id), limit: `look ${place}` } as const;
    const askFor = async (): Promise<"there" | "gone"> => {
      try {
        await api.call(call, anything);
        return "there";
      } catch (error) {
        if (discordErrorOf(error) === RESTJSONErrorCodes.UnknownMessage) return "gone";
        throw error;
      }
    };
    const answer = await retry(`whether ${id} is still there`, askFor, mostTries).catch((error: unknown) => {
      if (error instanceof TriedEnough) return null;
      throw error;
    });
    if (answer !== null) return answer;
    closed.add(place);
    return "untold";
  };

  return async ({ id, threads }: StoredMessage, place: StoredIn): Promise<Look> => {
    const channel = idOf(place.channel);
    const hasMessages = channels.known(channel)?.is !== "forum";
    for (const each of new Set([...(hasMessages ? [channel] : []), ...threads])) {
      const look = await lookIn(each, id);
      if (look !== "gone") return look;
    }
    return "gone";
  };
};
