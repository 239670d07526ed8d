import type { WebClient } from "@slack/web-api";
import type { MessageRef } from "../../../src/chat/card.ts";
import type { Log } from "../../../src/chat/port.ts";
import { idOf } from "../../../src/tickets/refs.ts";
import { slackErrorOf } from "../errors.ts";

/** Adds the 🎫 reaction to a message. */
export const createMark =
  (client: WebClient, log: Log) =>
  async ({ channel, id }: MessageRef): Promise<void> => {
    try {
      await client.reactions.add({ channel: idOf(channel), timestamp: id, name: "ticket" });
    } catch (error) {
      const why = slackErrorOf(error) ?? "unknown";
      if (why !== "already_reacted") log.warn({ err: why }, "slack.mark-failed");
    }
  };
