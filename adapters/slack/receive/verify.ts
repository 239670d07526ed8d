import type { Instant } from "../../../src/sla/instant.ts";
import { createHmac, timingSafeEqual } from "node:crypto";

const tolerance = 5 * 60;

/** Returns whether the headers' time is within five minutes of now. */
const isTimely = (headers: Headers, now: Instant): boolean => {
  const timestamp = headers.get("x-slack-request-timestamp") ?? "";
  return /^\d{1,12}$/.test(timestamp) && Math.abs(now / 1000 - Number(timestamp)) <= tolerance;
};

const signatureShape = /^v0=[0-9a-f]{64}$/;

/** Returns whether the headers alone could be Slack's: a current time and a signature of the right form. */
export const mayBeGenuine = (headers: Headers, now: Instant): boolean =>
  isTimely(headers, now) && signatureShape.test(headers.get("x-slack-signature") ?? "");

/**
 * Returns whether Slack signed this raw body with the secret within five minutes of now
 * (https://docs.slack.dev/authentication/verifying-requests-from-slack). Without a secret, no request is genuine.
 */
export const isGenuine = (secret: string, headers: Headers, body: Uint8Array, now: Instant): boolean => {
  const timestamp = headers.get("x-slack-request-timestamp") ?? "";
  const given = headers.get("x-slack-signature") ?? "";
  if (secret === "" || !mayBeGenuine(headers, now)) return false;
  const wanted = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
  return timingSafeEqual(Buffer.from(wanted), Buffer.from(given));
};
