import type { Core } from "../../../src/chat/port.ts";
import type { StoredIn } from "../../../src/chat/stored-messages.ts";
import { idOf, type ChannelRef } from "../../../src/tickets/refs.ts";
import { createFindDeleted, type MessagesFound, type PlaceRead } from "../../shared/find-deleted.ts";
import type { AttemptPause } from "../../shared/waiting.ts";
import type { Api } from "../api.ts";
import type { Retry } from "../../shared/retry.ts";
import type { ChannelDirectory, ChannelInfo } from "./channels.ts";
import type { GatewayListener } from "./listener.ts";
import { createLookFor } from "./look-for.ts";

interface FindGoneDeps {
  readonly core: Core;
  readonly api: Api;
  readonly channels: ChannelDirectory;
  readonly listener: Pick<GatewayListener, "gone">;
  readonly retry: Retry;
  readonly pause: AttemptPause;
}

/** The messages of the desk that belong to a channel or a thread on Discord; null if it is unknown. */
export const storedIn = (id: string, info: ChannelInfo | null): StoredIn | null => {
  const own: ChannelRef = `discord:${id}`;
  switch (info?.is) {
    case "direct":
      return { is: "whole", channel: own };
    case "channel":
    case "forum":
      return { is: "roots", channel: own };
    case "thread":
      return { is: "thread", channel: `discord:${info.parent}`, thread: id };
    case undefined:
      return null;
  }
};

/** Finds the messages of the desk that people deleted on Discord while Plazo was offline. */
export type FindGone = (places: readonly PlaceRead[], found: MessagesFound) => Promise<void>;

export const createFindGone =
  ({ core, api, channels, listener, retry, pause }: FindGoneDeps): FindGone =>
  (places, found) => {
    const deleted = (id: string, place: StoredIn): Promise<void> =>
      listener.gone({
        id,
        channel: place.channel,
        thread: place.is === "thread" ? place.thread : null,
        direct: channels.known(idOf(place.channel))?.is === "direct",
      });
    const storedMessages: NonNullable<Core["storedMessages"]> = async (...asked) =>
      (await retry("the stored messages", async () => (await core.storedMessages?.(...asked)) ?? [])) ?? [];
    // What is deleted or closed to the bot is remembered for this search only.
    const look = createLookFor({ api, channels, retry });
    return createFindDeleted({ storedMessages, look, deleted, pause })(places, found);
  };
