import { createHmac, timingSafeEqual } from "node:crypto";

/** How far (ms) the time of a request may be from ours. */
const toleranceMs = 5 * 60_000;

/** Why a request is refused; null if it is signed. */
export type WhyUnsigned = "headersMissing" | "old" | "wrongSignature" | null;

const prefix = "whsec_";

/** The key of a secret as Standard Webhooks writes it: `whsec_` and 24 to 64 bytes in base64; null for another text. */
export const webhookKey = (secret: string): Buffer | null => {
  if (!secret.startsWith(prefix)) return null;
  const text = secret.slice(prefix.length);
  const key = Buffer.from(text, "base64");
  const isBase64 = key.toString("base64").replace(/=+$/, "") === text.replace(/=+$/, "");
  return isBase64 && key.byteLength >= 24 && key.byteLength <= 64 ? key : null;
};

const isSame = (one: Buffer, other: Buffer): boolean =>
  one.byteLength === other.byteLength && timingSafeEqual(one, other);

/** Whether the headers can be those of a signed request, before its body is read. */
export const whyHeadersUnsigned = (headers: Headers, now: number): WhyUnsigned => {
  const [id, at, signatures] = ["webhook-id", "webhook-timestamp", "webhook-signature"].map(
    (name) => headers.get(name) ?? "",
  );
  if (id === "" || signatures === "" || !/^\d{1,12}$/.test(at ?? "")) return "headersMissing";
  return Math.abs(now - Number(at) * 1_000) > toleranceMs ? "old" : null;
};

/**
 * Whether a request is signed as Standard Webhooks asks: HMAC-SHA-256 over id, time and body. One of several signatures is enough, so that
 * a secret can be changed.
 */
export const whyUnsigned = (headers: Headers, body: Uint8Array, key: Buffer, now: number): WhyUnsigned => {
  const why = whyHeadersUnsigned(headers, now);
  if (why !== null) return why;
  const expected = createHmac("sha256", key)
    .update(`${headers.get("webhook-id")}.${headers.get("webhook-timestamp")}.`)
    .update(body)
    .digest();
  const given = (headers.get("webhook-signature") ?? "").split(" ").slice(0, 10);
  const isSigned = given.some(
    (each) => each.startsWith("v1,") && isSame(Buffer.from(each.slice(3), "base64"), expected),
  );
  return isSigned ? null : "wrongSignature";
};
