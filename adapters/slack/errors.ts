import type { Instant } from "../../src/sla/instant.ts";
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from "@slack/web-api";
import type { DeliveryFailure } from "../../src/chat/delivery.ts";
import { nothingSentCodes } from "../shared/attempts.ts";
import { errorCodes, errorKind } from "../../src/chat/error-kind.ts";

type Kind = Exclude<DeliveryFailure["kind"], "waitUntil">;

/** What each error of the Web API means for a delivery. Source: Slack's method pages. */
export const meanings: Readonly<Record<string, Kind>> = {
  // "It's possible some aspect of the operation succeeded before the error was raised."
  fatal_error: "doubtful",
  internal_error: "doubtful",
  request_timeout: "doubtful",

  service_unavailable: "tryAgain",
  team_added_to_org: "tryAgain",

  channel_not_found: "recipientGone",
  not_in_channel: "recipientGone",
  is_archived: "recipientGone",
  is_inactive: "recipientGone",
  channel_is_archived: "recipientGone",
  user_not_found: "recipientGone",
  users_not_found: "recipientGone",
  user_disabled: "recipientGone",
  user_not_visible: "recipientGone",
  user_not_in_channel: "recipientGone",
  cannot_dm_bot: "recipientGone",
  messages_tab_disabled: "recipientGone",
  message_not_found: "recipientGone",
  thread_not_found: "recipientGone",
  cannot_reply_to_message: "recipientGone",
  cant_update_message: "recipientGone",
  edit_window_closed: "recipientGone",
  restricted_action: "recipientGone",
  restricted_action_read_only_channel: "recipientGone",
  restricted_action_thread_only_channel: "recipientGone",
  restricted_action_non_threadable_channel: "recipientGone",
  restricted_action_thread_locked: "recipientGone",
  external_channel_migrating: "recipientGone",
  team_not_found: "recipientGone",
  team_access_not_granted: "recipientGone",
  access_denied: "recipientGone",
  no_permission: "recipientGone",
  ekm_access_denied: "recipientGone",
  slack_connect_canvas_sharing_blocked: "recipientGone",
  slack_connect_file_link_sharing_blocked: "recipientGone",

  not_authed: "installBroken",
  invalid_auth: "installBroken",
  account_inactive: "installBroken",
  token_revoked: "installBroken",
  token_expired: "installBroken",
  missing_scope: "installBroken",
  no_scope: "installBroken",
  not_allowed_token_type: "installBroken",
  org_login_required: "installBroken",
  two_factor_setup_required: "installBroken",
  enterprise_is_restricted: "installBroken",
  team_access_blocked: "installBroken",
  accesslimited: "installBroken",
  method_deprecated: "installBroken",
  deprecated_endpoint: "installBroken",

  invalid_blocks: "ourBug",
  invalid_blocks_format: "ourBug",
  msg_too_long: "ourBug",
  msg_blocks_too_long: "ourBug",
  no_text: "ourBug",
  markdown_text_conflict: "ourBug",
  too_many_attachments: "ourBug",
  attachment_payload_limit_exceeded: "ourBug",
  invalid_metadata_format: "ourBug",
  invalid_metadata_schema: "ourBug",
  metadata_too_large: "ourBug",
  metadata_must_be_sent_from_app: "ourBug",
  duplicate_channel_not_found: "ourBug",
  duplicate_message_not_found: "ourBug",
  as_user_not_supported: "ourBug",
  invalid_arguments: "ourBug",
  invalid_arg_name: "ourBug",
  invalid_array_arg: "ourBug",
  invalid_charset: "ourBug",
  invalid_form_data: "ourBug",
  invalid_post_type: "ourBug",
  missing_post_type: "ourBug",
  missing_argument: "ourBug",
  unknown_method: "ourBug",

  // The Home tab shows something newer than the call knew.
  hash_conflict: "tryAgain",
  // The app has no Home tab: it needs the manifest of today.
  not_enabled: "installBroken",
  view_too_large: "ourBug",
};

/** Errors about the rich form. Plain text may still be accepted. */
export const aboutBlocks: ReadonlySet<string> = new Set([
  "invalid_blocks",
  "invalid_blocks_format",
  "msg_too_long",
  "msg_blocks_too_long",
  "invalid_arguments",
  "no_text",
  "view_too_large",
]);

const codeShape = /^[a-z0-9_]{1,64}$/;

/** The Web API's error code, if Slack refused the call. */
export const slackErrorOf = (error: unknown): string | null =>
  error instanceof WebAPIPlatformError && codeShape.test(error.data.error) ? error.data.error : null;

/** Until when Slack limits the method of a call that threw; null if it does not. */
export const limitedUntil = (error: unknown, now: Instant): Instant | null => {
  const failure = failureOf(error, now);
  return failure.kind === "waitUntil" ? failure.until : null;
};

/**
 * Returns the failure of a call that threw. An unknown code counts as our bug: nothing was posted, and a developer must
 * look at it.
 */
export const failureOf = (error: unknown, now: Instant): DeliveryFailure => {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: "waitUntil", until: now + error.retryAfter * 1000, why: "rate limited" };
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    if (code === "ratelimited" || code === "rate_limited") return { kind: "waitUntil", until: now + 30_000, why: code };
    // A truncated body or a proxy's page appears here as an "error" with many words.
    if (!codeShape.test(code)) return { kind: "doubtful", why: "an answer that is not Slack's" };
    // Slack's other messages may quote what a person wrote, so only the code is kept.
    return { kind: meanings[code] ?? "ourBug", why: code };
  }
  if (error instanceof WebAPIHTTPError) {
    const why = `HTTP ${error.statusCode}`;
    if (error.statusCode === 401 || error.statusCode === 403) return { kind: "installBroken", why };
    return { kind: error.statusCode >= 500 || error.statusCode === 408 ? "doubtful" : "ourBug", why };
  }
  const codes = errorCodes(error instanceof WebAPIRequestError ? error.original : error);
  if (codes.some((code) => nothingSentCodes.has(code))) return { kind: "tryAgain", why: codes.join(" ") };
  // A 429 without a Retry-After header.
  if (error instanceof Error && error.message.startsWith("Retry header"))
    return { kind: "waitUntil", until: now + 30_000, why: "rate limited" };
  return { kind: "doubtful", why: codes.join(" ") || (error instanceof Error ? errorKind(error) : "unknown") };
};
