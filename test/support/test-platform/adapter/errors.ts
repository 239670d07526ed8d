import type { DeliveryFailure } from "../../../../src/chat/delivery.ts";
import type { Instant } from "../../../../src/sla/instant.ts";
import { ApiError, type RefusalCode } from "../api.ts";

type Kind = Exclude<DeliveryFailure["kind"], "waitUntil">;

/** What each refusal means for the message. */
const kinds: Readonly<Record<Exclude<RefusalCode, "FLOOD_WAIT">, Kind>> = {
  TOKEN_INVALID: "installBroken",
  CHAT_NOT_FOUND: "recipientGone",
  CHAT_WRITE_FORBIDDEN: "recipientGone",
  PEER_ID_INVALID: "recipientGone",
  USER_IS_BLOCKED: "recipientGone",
  USER_DEACTIVATED: "recipientGone",
  MESSAGE_ID_INVALID: "recipientGone",
  REPLY_MESSAGE_ID_INVALID: "recipientGone",
  MESSAGE_NOT_MODIFIED: "ourBug",
  MESSAGE_EMPTY: "ourBug",
  MESSAGE_TOO_LONG: "ourBug",
  TEXT_INVALID: "ourBug",
  ENTITY_BOUNDS_INVALID: "ourBug",
  REPLY_MARKUP_TOO_LONG: "ourBug",
  BUTTON_INVALID: "ourBug",
  FORM_INVALID: "ourBug",
  FILE_ID_INVALID: "recipientGone",
  INTERNAL: "tryAgain",
};

/** Any error of a call as the outcome of a delivery. A broken connection leaves the outcome in doubt. */
export const failureOf = (error: unknown, now: Instant): DeliveryFailure => {
  if (!(error instanceof ApiError)) return { kind: "doubtful", why: "the connection broke" };
  return error.code === "FLOOD_WAIT"
    ? { kind: "waitUntil", until: now + (error.retryAfter ?? 1) * 1_000, why: error.code }
    : { kind: kinds[error.code], why: error.code };
};
