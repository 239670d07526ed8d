import { errorKind } from "../../src/chat/error-kind.ts";
import { LogLevel, type Logger } from "@slack/bolt";
import type { Log, LogFacts } from "../../src/chat/port.ts";
import { slackErrorOf } from "./errors.ts";

/**
 * Messages of Slack's libraries by their beginning, with the name that Plazo logs. The rest of a message may contain an
 * address, a channel's name, a token or a person's text, so it is dropped.
 */
const events: readonly (readonly [beginning: string, event: string])[] = [
  ["Slack API error: ", "callRefused"],
  ["HTTP error ", "callFailed"],
  ["http request failed", "callFailed"],
  ["Rate limited", "rateLimited"],
  ["API Call failed due to rate limiting", "rateLimited"],
  ["An incoming event was not acknowledged", "notAcknowledged"],
  ["ack() has already been called", "acknowledgedTwice"],
  ["An unhandled error occurred", "notHandled"],
  ["Authorization of incoming event did not succeed", "notAuthorized"],
  ["Could not determine the type of an incoming event", "unknownEvent"],
  ["Failed to retrieve a new WSS URL", "noConnection"],
  ["apps.connections.open did not return a URL", "noConnection"],
  ["Failed to send a WebSocket message", "notSent"],
  ["Failed to send a message as the client", "notSent"],
  ["Failed to send ping to Slack", "pingFailed"],
  ["WebSocket not available, skipping ping", "pingFailed"],
  ["A ping wasn't received", "pingMissed"],
  ["A pong wasn't received", "pongMissed"],
  ["WebSocket error", "connectionFailed"],
  ["Peer did not complete the close handshake", "closedLate"],
  ["Expected CloseEvent", "unexpectedFrame"],
  ["Expected ErrorEvent", "unexpectedFrame"],
  ["Expected MessageEvent", "unexpectedFrame"],
];

/** A test checks that the libraries still use these beginnings. */
export const knownBeginnings: readonly string[] = events.map(([beginning]) => beginning);

const eventOf = (message: readonly unknown[]): string => {
  const texts = message.filter((each) => typeof each === "string");
  const known = events.find(([beginning]) => texts.some((text) => text.startsWith(beginning)));
  return known?.[1] ?? "unknown";
};

/** The code of the error in a library's message, if there is one. */
const errorIn = (message: readonly unknown[]): { readonly err?: string } => {
  const error = message.find((each) => each instanceof Error);
  return error === undefined ? {} : { err: slackErrorOf(error) ?? errorKind(error) };
};

/**
 * Sends the libraries' messages to Plazo's log under fixed names. Debug output contains whole payloads, so it is
 * dropped.
 */
export const sdkLogger = (log: Log): Logger => {
  const about = (level: string, message: readonly unknown[]): LogFacts => ({
    from: "slack",
    reported: level,
    what: eventOf(message),
    ...errorIn(message),
  });
  return {
    debug: () => {},
    info: (...message) => log.debug(about("info", message), "slack.library"),
    warn: (...message) => log.warn(about("warn", message), "slack.library"),
    error: (...message) => log.warn(about("error", message), "slack.library"),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
};
