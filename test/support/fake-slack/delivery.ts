import { createHmac } from "node:crypto";
import { isJson, type Json } from "./json.ts";

/** One payload on its way to the app. */
export interface Attempt {
  readonly kind: "event" | "command" | "interactive";
  readonly payload: Json;
  readonly retry: { readonly num: number; readonly reason: string } | null;
}

/** Whether the app acknowledged in time, and its answer. */
export type Outcome = { readonly acked: true; readonly body: Json } | { readonly acked: false; readonly why: string };

/** The headers that prove that a body is from Slack. */
export const signature = (secret: string, body: string, timestampSeconds: number): Record<string, string> => ({
  "x-slack-request-timestamp": String(timestampSeconds),
  "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${timestampSeconds}:${body}`).digest("hex")}`,
});

/** A payload as Slack puts it on the wire over HTTP. */
export const encoded = ({ kind, payload }: Attempt): { readonly body: string; readonly type: string } => {
  if (kind === "event") return { body: JSON.stringify(payload), type: "application/json" };
  const fields =
    kind === "command"
      ? Object.entries(payload).map(([key, value]) => [key, String(value)])
      : [["payload", JSON.stringify(payload)]];
  return { body: new URLSearchParams(fields).toString(), type: "application/x-www-form-urlencoded" };
};

/** Posts a payload to the app's request URL, signed; waits as long as Slack does. */
export const deliverOverHttp = async (
  url: string,
  secret: string,
  now: () => number,
  ackTimeout: number,
  attempt: Attempt,
): Promise<Outcome> => {
  const { body, type } = encoded(attempt);
  const headers: Record<string, string> = {
    "content-type": type,
    "user-agent": "Slackbot 1.0",
    ...signature(secret, body, Math.floor(now() / 1000)),
  };
  if (attempt.retry !== null)
    Object.assign(headers, {
      "x-slack-retry-num": String(attempt.retry.num),
      "x-slack-retry-reason": attempt.retry.reason,
    });
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(ackTimeout) });
    const text = await response.text();
    if (!response.ok) return { acked: false, why: "http_error" };
    if (text === "") return { acked: true, body: {} };
    const parsed: unknown = /json/.test(response.headers.get("content-type") ?? "") ? JSON.parse(text) : { text };
    return { acked: true, body: isJson(parsed) ? parsed : {} };
  } catch (error) {
    return {
      acked: false,
      why: error instanceof Error && error.name === "TimeoutError" ? "http_timeout" : "connection_failed",
    };
  }
};
