import type { Instant } from "../../../src/sla/instant.ts";
import type { App, Receiver } from "@slack/bolt";

import { receive, type PayloadChecks } from "./receive.ts";
import { allSettledSoon } from "../../shared/waiting.ts";
import { isGenuine, mayBeGenuine } from "./verify.ts";

/** Slack's own views are 250 kB at most. */
export const maxBody = 1024 * 1024;

const bodyWithin = async (request: Request, max: number): Promise<Uint8Array | null> => {
  if (Number(request.headers.get("content-length") ?? 0) > max) return null;
  const stream: AsyncIterable<Uint8Array> | readonly Uint8Array[] = request.body ?? [];
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.byteLength;
    if (size > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const parsed = (type: string, body: Uint8Array): unknown => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(body);
    if (/^application\/json\b/.test(type)) return JSON.parse(text);
    const fields = Object.fromEntries(new URLSearchParams(text));
    return fields["payload"] === undefined ? fields : JSON.parse(fields["payload"]);
  } catch {
    return null;
  }
};

const retryOf = (headers: Headers): number | null => {
  const count = Number(headers.get("x-slack-retry-num") ?? Number.NaN);
  return Number.isInteger(count) ? count : null;
};

const empty = (status: number): Response => new Response(null, { status });

const answered = (response: unknown): Response => {
  if (response === undefined || response === "") return empty(200);
  return typeof response === "string" ? new Response(response) : Response.json(response);
};

/** In bytes. Slack's requests without a signature are smaller. */
const smallBody = 256;

/** Refuses a request by its headers: without a current time or a signature, and larger than Slack's certificate check. */
const refusedByHeaders = (headers: Headers, now: Instant): 401 | null => {
  const length = Number(headers.get("content-length") ?? Number.NaN);
  return mayBeGenuine(headers, now) || length < smallBody ? null : 401;
};

/** Receives what Slack posts to the request URL. */
export interface HttpReceiver extends Receiver {
  /** The status with which the headers alone refuse a request; null otherwise. */
  refuses(headers: Headers): 401 | null;
  handle(request: Request): Promise<Response>;
}

/** Returns by how many seconds a request's time is off, if it is too far for its signature to count; else null. */
const clockOff = (headers: Headers, at: Instant): number | null => {
  const off = Math.round(at / 1000 - Number(headers.get("x-slack-request-timestamp") ?? Number.NaN));
  return Math.abs(off) > 300 ? off : null;
};

/** Records a request without a valid signature. */
const noteUnsigned = ({ refusals, now }: PayloadChecks, headers: Headers): void => {
  const secondsOff = clockOff(headers, now());
  if (secondsOff === null) refusals("wrongSignature", {}, "slack.signature-wrong");
  else refusals("oldSignature", { secondsOff, hint: "is this machine's clock off?" }, "slack.signature-old");
};

/** Bolt's receiver for the HTTP mode. It checks the signature of the raw body before anything else. */
export const createHttpReceiver = (signingSecret: string, checks: PayloadChecks): HttpReceiver => {
  const { now } = checks;
  let app: App | null = null;
  let open = false;
  const underway = new Set<Promise<unknown>>();

  const refuses = (headers: Headers): 401 | null => {
    const status = refusedByHeaders(headers, now());
    if (status !== null) noteUnsigned(checks, headers);
    return status;
  };

  const handle = async (request: Request): Promise<Response> => {
    if (request.method !== "POST") return empty(405);
    if (refuses(request.headers) !== null) return empty(401);
    const body = await bodyWithin(request, maxBody);
    if (body === null) return empty(413);
    // Slack sometimes checks the certificate without a signature; the request has no content.
    if (body.byteLength < smallBody && new URLSearchParams(Buffer.from(body).toString()).get("ssl_check") === "1")
      return empty(200);
    if (!isGenuine(signingSecret, request.headers, body, now())) {
      noteUnsigned(checks, request.headers);
      return empty(401);
    }
    const payload = parsed(request.headers.get("content-type") ?? "", body);
    if (typeof payload !== "object" || payload === null) return empty(400);
    if ("type" in payload && payload.type === "url_verification" && "challenge" in payload)
      return Response.json({ challenge: payload.challenge });
    if (app === null || !open) return empty(503);
    const receipt = await receive(app, checks, { body: payload, retry: retryOf(request.headers) });
    return receipt.kind === "received" ? answered(receipt.response) : empty(receipt.kind === "malformed" ? 400 : 503);
  };

  return {
    init: (given) => {
      app = given;
    },
    start: async () => {
      open = true;
    },
    stop: async () => {
      open = false;
      await allSettledSoon(underway);
    },
    refuses,
    handle: (request) => {
      const handling = handle(request);
      underway.add(handling);
      return handling.finally(() => underway.delete(handling));
    },
  };
};
