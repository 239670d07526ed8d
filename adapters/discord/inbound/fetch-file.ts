import type { Instant } from "../../../src/sla/instant.ts";
import { Routes } from "discord.js";
import { z } from "zod";
import type { Fetched } from "../../../src/chat/delivery.ts";
import { readWithin } from "../../../src/chat/reading/read-within.ts";
import type { FileRef } from "../../../src/tickets/refs.ts";
import type { Api } from "../api.ts";
import { failureOf } from "../errors.ts";

const patienceMs = 25_000;
const holding = { attachments: z.array(z.object({ id: z.string(), url: z.string() })).default([]) };
const messageSchema = z.object({
  ...holding,
  message_snapshots: z.array(z.object({ message: z.object(holding) })).default([]),
});

/** The servers of Discord's attachments. A test server hosts its own. */
export const fileOrigins = (apiUrl: string): readonly string[] => {
  const { origin, hostname } = new URL(apiUrl);
  return hostname === "discord.com" || hostname.endsWith(".discord.com")
    ? ["https://cdn.discordapp.com", "https://media.discordapp.net"]
    : [origin];
};

const notRead = (why: string, kind: "ourBug" | "tryAgain" = "ourBug"): Fetched => ({
  ok: false,
  failure: { kind, why },
});

/**
 * Downloads an attachment by message and id. It requests the address anew, because Discord signs addresses for a day,
 * and deleted attachments have none. It reads only from Discord's own servers, without the token, whatever a payload or
 * redirect says.
 */
export const createFileReader =
  (api: Api, apiUrl: string, now: () => Instant) =>
  async ({ id }: FileRef, most: number): Promise<Fetched> => {
    const [channel = "", message = "", attachment = ""] = id.split("/");
    try {
      const route = Routes.channelMessage(channel, message);
      const found = await api.call({ method: "get", route, limit: `get ${channel}` }, messageSchema);
      const attachments = [found, ...found.message_snapshots.map((each) => each.message)];
      const address = attachments.flatMap((each) => each.attachments).find((each) => each.id === attachment)?.url ?? "";
      if (!URL.canParse(address)) return notRead("the message does not hold it any more");
      if (!fileOrigins(apiUrl).includes(new URL(address).origin)) return notRead("it is not on Discord’s own server");
      const response = await fetch(address, { redirect: "error", signal: AbortSignal.timeout(patienceMs) });
      if (!response.ok) await response.body?.cancel();
      if (!response.ok)
        return notRead(`Discord answered ${response.status}`, response.status >= 500 ? "tryAgain" : "ourBug");
      return await readWithin(response, most);
    } catch (error) {
      const failure = failureOf(error, now());
      return { ok: false, failure: failure.kind === "recipientGone" ? { kind: "ourBug", why: failure.why } : failure };
    }
  };
