import { RESTJSONErrorCodes, Routes } from "discord.js";
import { z } from "zod";
import type { StoredIn, StoredMessage } from "../../../src/chat/stored-messages.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import type { Look } from "../../shared/find-deleted.ts";
import type { Api } from "../api.ts";
import { discordErrorOf } from "../errors.ts";
import type { Retry } from "../../shared/retry.ts";
import type { ChannelDirectory } from "./channels.ts";

interface LookForDeps {
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly retry: Retry;
}

const anything = z.unknown();

/** Returns what an error says about a message that was asked for; null if it says nothing about it. */
const answerIn = (error: unknown): "gone" | "placeGone" | null => {
  const code = discordErrorOf(error);
  if (code === RESTJSONErrorCodes.UnknownMessage) return "gone";
  return code === RESTJSONErrorCodes.UnknownChannel ? "placeGone" : null;
};

/**
 * Returns a function that asks Discord for single messages. Discord answers a list of messages without an error if the bot may not
 * read there, but it refuses a single one. A place that is deleted or refused is not asked again.
 */
export const createLookFor = ({ api, channels, retry }: LookForDeps) => {
  const closed = new Map<string, Look>();

  const lookIn = async (place: string, id: string): Promise<Look> => {
    const known = closed.get(place);
    if (known !== undefined) return known;
    const call = { method: "get", route: Routes.channelMessage(place, id), limit: `look ${place}` } as const;
    const answer = await retry(`whether ${id} is still there`, async () => {
      try {
        await api.call(call, anything);
        return "there";
      } catch (error) {
        const answered = answerIn(error);
        if (answered === null) throw error;
        return answered;
      }
    });
    if (answer === "there" || answer === "gone") return answer;
    const look = answer === "placeGone" ? "gone" : "untold";
    closed.set(place, look);
    return look;
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
