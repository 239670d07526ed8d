import type { Instant } from "../../../src/sla/instant.ts";
import type { WebClient } from "@slack/web-api";
import type { CarriedFile, Fetched } from "../../../src/chat/delivery.ts";
import { readWithin } from "../../../src/chat/reading/read-within.ts";
import type { FileRef } from "../../../src/tickets/refs.ts";
import { failureOf } from "../errors.ts";

const patienceMs = 25_000;

/** The server of Slack's files. A test server hosts its own. */
export const filesOrigin = (apiUrl: string): string => {
  const { origin, hostname } = new URL(apiUrl);
  return hostname === "slack.com" || hostname === "slack-gov.com" ? `https://files.${hostname}` : origin;
};

const notRead = (why: string, kind: "ourBug" | "tryAgain" | "installBroken" = "ourBug"): Fetched => ({
  ok: false,
  failure: { kind, why },
});

/**
 * Downloads a file by its id, only from Slack's own server, so that the token goes nowhere else. Slack answers with its
 * sign-in page if the token may not read the file.
 */
export const createFileReader =
  (client: WebClient, settings: { readonly botToken: string; readonly apiUrl: string }, now: () => Instant) =>
  async ({ id, type }: FileRef, most: number): Promise<Fetched> => {
    try {
      const { file } = await client.files.info({ file: id });
      const address = file?.url_private_download ?? file?.url_private;
      if (address === undefined || !URL.canParse(address)) return notRead("Slack names no address of it");
      if (new URL(address).origin !== filesOrigin(settings.apiUrl)) return notRead("it is not on Slack’s own server");
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${settings.botToken}` },
        redirect: "error",
        signal: AbortSignal.timeout(patienceMs),
      });
      const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html") && !type.includes("html");
      if (!response.ok || isPage) await response.body?.cancel();
      if (!response.ok)
        return notRead(`Slack answered ${response.status}`, response.status >= 500 ? "tryAgain" : "ourBug");
      if (isPage) return notRead("Slack does not let us read files (files:read)", "installBroken");
      return await readWithin(response, most);
    } catch (error) {
      // A failed fetch has no details, also if it refused a redirect.
      const failure = failureOf(error, now());
      return { ok: false, failure: failure.kind === "recipientGone" ? { kind: "ourBug", why: failure.why } : failure };
    }
  };

/** Uploads a file to Slack. It is invisible until it is shared. Resolves with Slack's id. */
export const uploadFile = async (client: WebClient, { name, type, bytes }: CarriedFile): Promise<string> => {
  const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
    filename: name,
    length: bytes.length,
  });
  if (url === undefined || id === undefined) throw new Error("Slack gave no address for a file");
  const sent = await fetch(url, {
    method: "POST",
    headers: { "content-type": type === "" ? "application/octet-stream" : type },
    body: bytes,
    redirect: "error",
    signal: AbortSignal.timeout(patienceMs),
  });
  await sent.body?.cancel();
  if (!sent.ok) throw new Error(`Slack answered ${sent.status} to a file`);
  return id;
};
