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

const answers = new Map<unknown, "gone" | "placeGone">([
  [RESTJSONErrorCodes.UnknownMessage, "gone"],
  [RESTJSONErrorCodes.UnknownChannel, "placeGone"],
]);

/**
 * Returns a function that asks Discord for single messages. Discord answers a list of messages without an error if the bot may not
 * read there, but it refuses a single one. A place that is deleted or refused is not asked again. Who deletes a channel or a thread
 * with all its messages tidies the server: the authors did not take their words back, so the tickets keep them.
 */
export const createLookFor = ({ api, channels, retry }: LookForDeps) => {
  const closed = new Set<string>();

  const lookIn = async (place: string, id: string): Promise<Look> => {
    if (closed.has(place)) return "untold";
    const call = { method: "get", route: Routes.channelMessage(place, id), limit: `look ${place}` } as const;
    const askFor = async (): Promise<"there" | "gone" | "placeGone"> => {
      try {
        await api.call(call, anything);
        return "there";
      } catch (error) {
        const answered = answers.get(discordErrorOf(error));
        if (answered === undefined) throw error;
        return answered;
      }
    };
    const answer = await retry(`whether ${id} is still there`, askFor, mostTries).catch((error: unknown) => {
      if (error instanceof TriedEnough) return null;
      throw error;
    });
    if (answer === "there" || answer === "gone") return answer;
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
