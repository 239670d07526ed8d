import type { Instant } from "../../src/sla/instant.ts";
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import type { DeliveryFailure } from "../../src/chat/delivery.ts";
import { KnownFailure, nothingSentCodes } from "../shared/attempts.ts";
import { errorCodes, errorKind } from "../../src/chat/error-kind.ts";

type Kind = Exclude<DeliveryFailure["kind"], "waitUntil">;

/**
 * What each error of the REST API means for a delivery
 * (https://docs.discord.com/developers/topics/opcodes-and-status-codes#json).
 */
export const meanings: Readonly<Record<number, Kind>> = {
  [RESTJSONErrorCodes.UnknownChannel]: "recipientGone",
  [RESTJSONErrorCodes.UnknownGuild]: "recipientGone",
  [RESTJSONErrorCodes.UnknownMember]: "recipientGone",
  [RESTJSONErrorCodes.UnknownMessage]: "recipientGone",
  [RESTJSONErrorCodes.UnknownUser]: "recipientGone",
  [RESTJSONErrorCodes.MissingAccess]: "recipientGone",
  [RESTJSONErrorCodes.MissingPermissions]: "recipientGone",
  [RESTJSONErrorCodes.CannotSendMessagesToThisUser]: "recipientGone",
  [RESTJSONErrorCodes.CannotExecuteActionOnDMChannel]: "recipientGone",
  [RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel]: "recipientGone",
  [RESTJSONErrorCodes.CannotExecuteActionOnThisChannelType]: "recipientGone",
  // The forum requires a tag on every post, and the bot may choose none.
  [RESTJSONErrorCodes.ThereAreNoTagsAvailableThatCanBeSetByNonModerators]: "recipientGone",
  [RESTJSONErrorCodes.TagRequiredToCreateAForumPostInThisChannel]: "recipientGone",
  [RESTJSONErrorCodes.CannotEditMessageAuthoredByAnotherUser]: "recipientGone",
  [RESTJSONErrorCodes.InvalidRecipients]: "recipientGone",
  // An archived thread that could not be opened again.
  [RESTJSONErrorCodes.InvalidActionOnArchivedThread]: "recipientGone",
  [RESTJSONErrorCodes.ThreadLocked]: "recipientGone",
  [RESTJSONErrorCodes.MaximumActiveThreads]: "recipientGone",
  [RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory]: "recipientGone",
  // AutoMod or Discord's own filter refused the text.
  [RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration]: "recipientGone",
  [RESTJSONErrorCodes.ExplicitContentCannotBeSentToTheDesiredRecipient]: "recipientGone",
  [RESTJSONErrorCodes.BotsCannotUseThisEndpoint]: "recipientGone",
  // "Cannot send messages to this user due to having no mutual guilds"
  50278: "recipientGone",

  [RESTJSONErrorCodes.Unauthorized]: "installBroken",
  [RESTJSONErrorCodes.InvalidToken]: "installBroken",
  [RESTJSONErrorCodes.UnknownApplication]: "installBroken",
  [RESTJSONErrorCodes.RequestBodyContainsInvalidJSON]: "ourBug",
  [RESTJSONErrorCodes.InvalidFormBodyOrContentType]: "ourBug",
  [RESTJSONErrorCodes.CannotSendAnEmptyMessage]: "ourBug",
  [RESTJSONErrorCodes.RequestEntityTooLarge]: "ourBug",
};

const seconds = 1_000;

/** Errors that are rate limits in disguise, and how long (ms) to wait. */
export const limits: Readonly<Record<number, number>> = {
  [RESTJSONErrorCodes.OpeningDirectMessagesTooFast]: 60 * seconds,
  [RESTJSONErrorCodes.ServiceResourceIsBeingRateLimited]: 60 * seconds,
  [RESTJSONErrorCodes.ActionCannotBePerformedDueToSlowmodeRateLimit]: 60 * seconds,
  [RESTJSONErrorCodes.ChannelSendRateLimit]: 60 * seconds,
  [RESTJSONErrorCodes.ServerSendRateLimit]: 60 * seconds,
  [RESTJSONErrorCodes.MaximumNumberOfEditsToMessagesOlderThanOneHourReached]: 300 * seconds,
};

/** Discord's own error code, if Discord refused the call. */
export const discordErrorOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError && typeof error.code === "number" ? error.code : null;

/**
 * Discord's code with its name in the library, so that people can look it up. Discord's own sentence is left out,
 * because it may quote the message.
 */
const named = ({ code, status }: DiscordAPIError): string => {
  // Discord uses 0 for errors without a code.
  if (code === 0) return `HTTP ${status}`;
  const name: unknown = RESTJSONErrorCodes[Number(code)];
  return typeof name === "string" ? `${code} ${name}` : `${code}`;
};

const ofApi = (error: DiscordAPIError, now: Instant): DeliveryFailure => {
  // A page without Discord's code comes from a proxy in between.
  if (typeof error.code !== "number") {
    const why = `HTTP ${error.status}`;
    return { kind: error.status === 401 || error.status === 403 ? "installBroken" : "ourBug", why };
  }
  const why = named(error);
  const wait = limits[error.code];
  if (wait !== undefined) return { kind: "waitUntil", until: now + wait, why };
  const kind = meanings[error.code];
  if (kind !== undefined) return { kind, why };
  if (error.status === 401) return { kind: "installBroken", why };
  return { kind: error.status === 403 ? "recipientGone" : "ourBug", why };
};

/**
 * Returns the failure of a call that threw. An unknown refusal counts as our bug: nothing was posted, and a developer
 * must look at it.
 */
export const failureOf = (error: unknown, now: Instant): DeliveryFailure => {
  if (error instanceof KnownFailure) return error.failure;
  if (error instanceof RateLimitError)
    return {
      kind: "waitUntil",
      until: now + Math.max(error.retryAfter, error.timeToReset, error.sublimitTimeout, 1),
      why: error.global ? "rate limited (everywhere)" : "rate limited",
    };
  if (error instanceof DiscordAPIError) return ofApi(error, now);
  if (error instanceof HTTPError) return { kind: "doubtful", why: `HTTP ${error.status}` };
  // The library forgets a token that Discord refused, so that it is not sent ten thousand times.
  if (error instanceof Error && error.message.startsWith("Expected token to be set"))
    return { kind: "installBroken", why: "the token was refused" };
  const codes = errorCodes(error);
  if (codes.some((code) => nothingSentCodes.has(code))) return { kind: "tryAgain", why: codes.join(" ") };
  return { kind: "doubtful", why: codes.join(" ") || (error instanceof Error ? errorKind(error) : "unknown") };
};
